<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>No keyring: this consultation cannot be opened again once Scribe is closed.</source>
        <translation>Geen sleutelbos: na het sluiten van Scribe is dit consult niet meer te openen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>No microphone was found; connect one and try again.</source>
        <translation>Geen microfoon gevonden; sluit er een aan en probeer opnieuw.</translation>
    </message>
    <message>
        <source>That microphone is no longer there; choose another one.</source>
        <translation>Die microfoon is er niet meer; kies een andere.</translation>
    </message>
    <message>
        <source>The microphone stopped; check that it is still connected.</source>
        <translation>De microfoon is gestopt; controleer of hij nog is aangesloten.</translation>
    </message>
    <message>
        <source>The sound system does not answer.</source>
        <translation>Het geluidssysteem reageert niet.</translation>
    </message>
    <message>
        <source>The microphone %1 is in use by another program.</source>
        <translation>De microfoon %1 is in gebruik bij een ander programma.</translation>
    </message>
    <message>
        <source>The microphone %1 does not answer.</source>
        <translation>De microfoon %1 reageert niet.</translation>
    </message>
    <message>
        <source>The microphone %1 cannot be opened; check that it is connected.</source>
        <translation>De microfoon %1 kan niet worden geopend; controleer of hij is aangesloten.</translation>
    </message>
    <message>
        <source>Scribe may not use the microphone %1; allow it in the system&apos;s settings.</source>
        <translation>Scribe mag de microfoon %1 niet gebruiken; sta het toe in de systeeminstellingen.</translation>
    </message>
    <message>
        <source>The disk is full, so the recording can no longer be stored.</source>
        <translation>De schijf is vol; de opname kan niet meer worden bewaard.</translation>
    </message>
    <message>
        <source>The disk reports an error, so the recording can no longer be stored safely.</source>
        <translation>De schijf meldt een fout; de opname kan niet meer veilig worden bewaard.</translation>
    </message>
    <message>
        <source>Scribe cannot write in its folder for consultations; check the disk and its permissions.</source>
        <translation>Scribe kan niet schrijven in de map voor consulten; controleer de schijf en de rechten.</translation>
    </message>
    <message>
        <source>Something went wrong inside Scribe. What was recorded is kept.</source>
        <translation>Er ging iets mis in Scribe. Wat is opgenomen, is bewaard.</translation>
    </message>
    <message>
        <source>Something went wrong inside Scribe; the recording goes on, without live text.</source>
        <translation>Er ging iets mis in Scribe; de opname gaat door, zonder meelopende tekst.</translation>
    </message>
    <message>
        <source>Something unexpected happened; what was recorded is kept.</source>
        <translation>Er gebeurde iets onverwachts; wat is opgenomen, is bewaard.</translation>
    </message>
    <message>
        <source>The connection to the speech engine was lost.</source>
        <translation>De verbinding met de spraakherkenner is weg.</translation>
    </message>
    <message>
        <source>The speech engine did not get ready in time.</source>
        <translation>De spraakherkenner was niet op tijd klaar.</translation>
    </message>
    <message>
        <source>The speech engine on this device stopped.</source>
        <translation>De spraakherkenner op dit apparaat is gestopt.</translation>
    </message>
    <message>
        <source>The speech engine stopped answering.</source>
        <translation>De spraakherkenner reageert niet meer.</translation>
    </message>
    <message>
        <source>The speech recogniser could not be started.</source>
        <translation>De spraakherkenner kon niet worden gestart.</translation>
    </message>
    <message>
        <source>The speech model could not be loaded; install it again.</source>
        <translation>Het spraakmodel kon niet worden geladen; installeer het opnieuw.</translation>
    </message>
    <message>
        <source>The speech model %1 is not on this computer; download or import it.</source>
        <translation>Het spraakmodel %1 staat niet op deze computer; download of importeer het.</translation>
    </message>
    <message>
        <source>The speech model %1 on this disk is damaged; install it again.</source>
        <translation>Het spraakmodel %1 op deze schijf is beschadigd; installeer het opnieuw.</translation>
    </message>
    <message>
        <source>Works without an account and sends nothing anywhere. A larger model or a speech vendor hears better: check the text.</source>
        <translation>Werkt zonder account en stuurt niets naar buiten. Een groter model of een spraakdienst hoort beter: controleer de tekst.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Record, stop</source>
        <translation>Opnemen, stoppen</translation>
    </message>
    <message>
        <source>Pause, go on</source>
        <translation>Pauzeren, verdergaan</translation>
    </message>
    <message>
        <source>Draft the note</source>
        <translation>Verslag maken</translation>
    </message>
    <message>
        <source>Copy S, O, E, P of the open episode</source>
        <translation>S, O, E, P van de open episode kopiëren</translation>
    </message>
    <message>
        <source>Copy the whole note</source>
        <translation>Heel het verslag kopiëren</translation>
    </message>
    <message>
        <source>Next episode</source>
        <translation>Volgende episode</translation>
    </message>
    <message>
        <source>Put measurements in O</source>
        <translation>Metingen in O zetten</translation>
    </message>
    <message>
        <source>Show or hide this</source>
        <translation>Dit tonen of verbergen</translation>
    </message>
</context>
<context>
    <name>Information</name>
    <message>
        <source>Measurements</source>
        <translation>Metingen</translation>
    </message>
    <message>
        <source>A blood pressure or weight that is named lands here.</source>
        <translation>Een genoemde bloeddruk of een gewicht komt hier.</translation>
    </message>
    <message>
        <source>to O</source>
        <translation>naar O</translation>
    </message>
    <message>
        <source>Put all measurements in O</source>
        <translation>Alle metingen in O zetten</translation>
    </message>
    <message>
        <source>Put %1 in O</source>
        <translation>%1 in O zetten</translation>
    </message>
    <message>
        <source>unlikely: check</source>
        <translation>onwaarschijnlijk: controleer</translation>
    </message>
    <message>
        <source>in O ✓</source>
        <translation>in O ✓</translation>
    </message>
    <message>
        <source>at home</source>
        <translation>thuis</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>eerder</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>streefwaarde</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>Coderingen</translation>
    </message>
    <message>
        <source>Codes for what was discussed come here.</source>
        <translation>Codes bij wat besproken is komen hier.</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Bronnen</translation>
    </message>
    <message>
        <source>Guidelines and leaflets that fit come here.</source>
        <translation>Passende richtlijnen en folders komen hier.</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>Recorded and covered</source>
        <translation>Opgenomen en uitgewerkt</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>opgenomen</translation>
    </message>
    <message>
        <source>nothing recorded yet</source>
        <translation>nog niets opgenomen</translation>
    </message>
    <message>
        <source>all kept</source>
        <translation>alles bewaard</translation>
    </message>
    <message>
        <source>%1 not on disk yet</source>
        <translation>%1 nog niet op schijf</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 achter</translation>
    </message>
    <message>
        <source>%1 without words</source>
        <translation>%1 zonder woorden</translation>
    </message>
    <message>
        <source>%1 unconfirmed</source>
        <translation>%1 onbevestigd</translation>
    </message>
    <message>
        <source>all transcribed</source>
        <translation>alles uitgewerkt</translation>
    </message>
</context>
<context>
    <name>Microphones</name>
    <message>
        <source>Microphone</source>
        <translation>Microfoon</translation>
    </message>
    <message>
        <source>Default microphone</source>
        <translation>Standaardmicrofoon</translation>
    </message>
    <message>
        <source>No microphone found</source>
        <translation>Geen microfoon gevonden</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>Episodes</source>
        <translation>Episodes</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Probleem</translation>
    </message>
    <message>
        <source>Draft note</source>
        <translation>Verslag maken</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Kopieer alles</translation>
    </message>
    <message>
        <source>Local draft</source>
        <translation>Lokaal concept</translation>
    </message>
    <message>
        <source>Draft of the service</source>
        <translation>Concept van de dienst</translation>
    </message>
    <message>
        <source>Draft of a language model</source>
        <translation>Concept van taalmodel</translation>
    </message>
    <message>
        <source>%1 is still empty</source>
        <translation>%1 is nog leeg</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>%1 gekopieerd</translation>
    </message>
    <message>
        <source>There is no note yet</source>
        <translation>Er is nog geen verslag</translation>
    </message>
    <message>
        <source>Whole note copied</source>
        <translation>Heel het verslag gekopieerd</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieer</translation>
    </message>
    <message>
        <source>subjective</source>
        <translation>subjectief</translation>
    </message>
    <message>
        <source>What the patient tells</source>
        <translation>Wat de patiënt vertelt</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>objectief</translation>
    </message>
    <message>
        <source>What you find and measure</source>
        <translation>Wat u vindt en meet</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>evaluatie</translation>
    </message>
    <message>
        <source>What you make of it</source>
        <translation>Wat u ervan denkt</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>plan</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>Wat is afgesproken</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Ready</source>
        <translation>Gereed</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Bezig te starten</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Opname loopt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Gepauzeerd</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Afronden</translation>
    </message>
    <message>
        <source>Writing the note</source>
        <translation>Verslag wordt gemaakt</translation>
    </message>
    <message>
        <source>Note ready</source>
        <translation>Verslag klaar</translation>
    </message>
    <message>
        <source>press F9 and start talking</source>
        <translation>druk op F9 en praat</translation>
    </message>
    <message>
        <source>opening the microphone</source>
        <translation>microfoon wordt geopend</translation>
    </message>
    <message>
        <source>everything is kept</source>
        <translation>alles wordt bewaard</translation>
    </message>
    <message>
        <source>nothing is recorded now</source>
        <translation>er wordt nu niets opgenomen</translation>
    </message>
    <message>
        <source>the last words are coming</source>
        <translation>de laatste woorden komen</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>een ogenblik</translation>
    </message>
    <message>
        <source>read, change, copy</source>
        <translation>lees, verbeter, kopieer</translation>
    </message>
    <message>
        <source>kept; words follow shortly</source>
        <translation>bewaard; woorden volgen</translation>
    </message>
    <message>
        <source>words appear as you speak</source>
        <translation>woorden verschijnen meteen</translation>
    </message>
    <message>
        <source>reconnecting; all is kept</source>
        <translation>verbinden; alles bewaard</translation>
    </message>
    <message>
        <source>no connection; all is kept</source>
        <translation>geen verbinding; alles bewaard</translation>
    </message>
    <message>
        <source>paused; reconnecting</source>
        <translation>pauze; opnieuw verbinden</translation>
    </message>
    <message>
        <source>paused; no connection</source>
        <translation>pauze; geen verbinding</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Geen geluid</translation>
    </message>
    <message>
        <source>check the microphone</source>
        <translation>controleer de microfoon</translation>
    </message>
    <message>
        <source>%1 left to transcribe</source>
        <translation>nog %1 uit te werken</translation>
    </message>
    <message>
        <source>nothing to note was heard</source>
        <translation>niets voor het verslag gehoord</translation>
    </message>
</context>
<context>
    <name>Top</name>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>New recording</source>
        <translation>Nieuwe opname</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Opnemen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauze</translation>
    </message>
    <message>
        <source>Recorded time %1</source>
        <translation>Opgenomen tijd %1</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>Microfoonniveau</translation>
    </message>
    <message>
        <source>Speech engine</source>
        <translation>Spraakherkenner</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>To the newest</source>
        <translation>Naar het nieuwste</translation>
    </message>
    <message>
        <source>1 sentence</source>
        <translation>1 zin</translation>
    </message>
    <message>
        <source>%1 sentences</source>
        <translation>%1 zinnen</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gesprek</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Arts</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patiënt</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>onbevestigd</translation>
    </message>
    <message>
        <source>What is said appears here.</source>
        <translation>Wat gezegd wordt, verschijnt hier.</translation>
    </message>
</context>
</TS>
