<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>This computer has no keyring: choose whether recordings survive the end of Scribe. Until then they do not.</source>
        <translation>Deze computer heeft geen sleutelbos: kies of opnamen het einde van Scribe overleven. Tot dan doen ze dat niet.</translation>
    </message>
    <message>
        <source>Enter your passphrase to open earlier recordings.</source>
        <translation>Voer uw wachtzin in om eerdere opnamen te openen.</translation>
    </message>
    <message>
        <source>No keyring: this consultation cannot be opened again once Scribe is closed.</source>
        <translation>Geen sleutelbos: na het sluiten van Scribe is dit consult niet meer te openen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Kiezen</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Invoeren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>not said like this: %1</source>
        <translation>zo niet gezegd: %1</translation>
    </message>
    <message>
        <source>was the opposite said?</source>
        <translation>is het omgekeerde gezegd?</translation>
    </message>
    <message>
        <source>another side was said: %1</source>
        <translation>een andere kant is gezegd: %1</translation>
    </message>
    <message>
        <source>not said here: %1</source>
        <translation>hier niet gezegd: %1</translation>
    </message>
    <message>
        <source>not said: %1</source>
        <translation>niet gezegd: %1</translation>
    </message>
    <message>
        <source>said by the other speaker</source>
        <translation>gezegd door de ander</translation>
    </message>
    <message>
        <source>heard with doubt: %1</source>
        <translation>met twijfel verstaan: %1</translation>
    </message>
    <message>
        <source>not found in the conversation</source>
        <translation>niet gevonden in het gesprek</translation>
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
        <source>The microphone %1 is gone; looking for another one.</source>
        <translation>De microfoon %1 is weg; er wordt een andere gezocht.</translation>
    </message>
    <message>
        <source>No sound comes from the microphone %1; trying again.</source>
        <translation>Er komt geen geluid uit de microfoon %1; het wordt opnieuw geprobeerd.</translation>
    </message>
    <message>
        <source>The microphone %1 is muted; unmute it in the system&apos;s settings.</source>
        <translation>De microfoon %1 is gedempt; zet hem aan in de systeeminstellingen.</translation>
    </message>
    <message>
        <source>No microphone is left; connect one and the recording goes on by itself.</source>
        <translation>Er is geen microfoon meer; sluit er een aan en de opname gaat vanzelf verder.</translation>
    </message>
    <message>
        <source>The recording was moved to a loudspeaker; it goes back to the microphone.</source>
        <translation>De opname werd naar een luidspreker verplaatst; ze gaat terug naar de microfoon.</translation>
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
        <source>What was forgotten is gone from the screen; the disk refuses to destroy it now, and Scribe keeps trying.</source>
        <translation>Wat vergeten moest worden is van het scherm verdwenen; de schijf weigert het nu te vernietigen, en Scribe blijft het proberen.</translation>
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
        <source>The connection to %1 was lost.</source>
        <translation>De verbinding met %1 is verbroken.</translation>
    </message>
    <message>
        <source>%1 did not get ready in time.</source>
        <translation>%1 was niet op tijd klaar.</translation>
    </message>
    <message>
        <source>%1 stopped answering.</source>
        <translation>%1 antwoordt niet meer.</translation>
    </message>
    <message>
        <source>%1 cannot be reached; check the network.</source>
        <translation>%1 is niet bereikbaar; controleer het netwerk.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted; ask your IT department or set its CA file.</source>
        <translation>Het certificaat van %1 wordt niet vertrouwd; vraag uw IT-afdeling of stel het CA-bestand in.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another address; check the address.</source>
        <translation>Het certificaat van %1 hoort bij een ander adres; controleer het adres.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid at this time; check this computer&apos;s clock.</source>
        <translation>Het certificaat van %1 is nu niet geldig; controleer de klok van deze computer.</translation>
    </message>
    <message>
        <source>The address of %1 is not an address Scribe can use; check it in the settings.</source>
        <translation>Met het adres van %1 kan Scribe niets; controleer het in de instellingen.</translation>
    </message>
    <message>
        <source>Without encryption %1 may not be reached; use wss:// or https://, or allow the host in the settings.</source>
        <translation>Zonder versleuteling mag %1 niet worden benaderd; gebruik wss:// of https://, of sta de server toe in de instellingen.</translation>
    </message>
    <message>
        <source>The CA file cannot be read; check it in the settings.</source>
        <translation>Het CA-bestand kan niet worden gelezen; controleer het in de instellingen.</translation>
    </message>
    <message>
        <source>The proxy between this computer and %1 refuses; check the network.</source>
        <translation>De proxy tussen deze computer en %1 weigert; controleer het netwerk.</translation>
    </message>
    <message>
        <source>The token of %1 has expired; get a new one in the settings.</source>
        <translation>Het token van %1 is verlopen; haal een nieuw op in de instellingen.</translation>
    </message>
    <message>
        <source>The token of %1 expires within the hour; get a new one before you record.</source>
        <translation>Het token van %1 verloopt binnen een uur; haal een nieuw op voordat u opneemt.</translation>
    </message>
    <message>
        <source>%1 refused the sign-in: the e-mail or password is wrong, or there is no subscription.</source>
        <translation>%1 weigert de aanmelding: e-mailadres of wachtwoord klopt niet, of er is geen abonnement.</translation>
    </message>
    <message>
        <source>%1 answered with something Scribe does not understand.</source>
        <translation>%1 gaf een antwoord dat Scribe niet begrijpt.</translation>
    </message>
    <message>
        <source>The keyring does not answer; unlock it and try again.</source>
        <translation>De sleutelbos antwoordt niet; ontgrendel hem en probeer opnieuw.</translation>
    </message>
    <message>
        <source>%1 gets too many requests now; try again in a moment.</source>
        <translation>%1 krijgt nu te veel verzoeken; probeer het zo weer.</translation>
    </message>
    <message>
        <source>%1 is overloaded or down.</source>
        <translation>%1 is overbelast of ligt eruit.</translation>
    </message>
    <message>
        <source>%1 was reached at an address that only points elsewhere; check the address.</source>
        <translation>Op het adres van %1 staat alleen een verwijzing; controleer het adres.</translation>
    </message>
    <message>
        <source>%1 is not at that address; check the address.</source>
        <translation>%1 is niet op dat adres; controleer het adres.</translation>
    </message>
    <message>
        <source>%1 says that the account is not paid.</source>
        <translation>Volgens %1 is het account niet betaald.</translation>
    </message>
    <message>
        <source>%1 reports an error.</source>
        <translation>%1 meldt een fout.</translation>
    </message>
    <message>
        <source>%1 refused the credentials; check them in the settings.</source>
        <translation>%1 weigert de inloggegevens; controleer ze in de instellingen.</translation>
    </message>
    <message>
        <source>%1 sent more than a line can carry.</source>
        <translation>%1 stuurde meer dan de verbinding aankan.</translation>
    </message>
    <message>
        <source>%1 needs the %2; enter it in the settings.</source>
        <translation>Bij %1 ontbreekt nog: %2; vul dat in bij de instellingen.</translation>
    </message>
    <message>
        <source>%1 has no sign-in.</source>
        <translation>%1 kent geen aanmelding.</translation>
    </message>
    <message>
        <source>The settings cannot be saved; check the disk.</source>
        <translation>De instellingen kunnen niet worden bewaard; controleer de schijf.</translation>
    </message>
    <message>
        <source>What %1 has as its token is none; paste it again.</source>
        <translation>Wat er als token van %1 staat, is er geen; plak het opnieuw.</translation>
    </message>
    <message>
        <source>The client ID of %1 has characters it cannot have.</source>
        <translation>In de client-ID van %1 staan tekens die er niet in kunnen.</translation>
    </message>
    <message>
        <source>%1 takes at most %2 own words.</source>
        <translation>%1 neemt hoogstens %2 eigen woorden aan.</translation>
    </message>
    <message>
        <source>%1: own words are written as heard = written.</source>
        <translation>%1: schrijf eigen woorden als gehoord = geschreven.</translation>
    </message>
    <message>
        <source>%1: an own word is longer than %2 bytes.</source>
        <translation>%1: een eigen woord is langer dan %2 bytes.</translation>
    </message>
    <message>
        <source>%1 has no engine free for this language; try again in a moment.</source>
        <translation>%1 heeft voor deze taal nu geen herkenner vrij; probeer het zo weer.</translation>
    </message>
    <message>
        <source>%1 does not take this language with this account.</source>
        <translation>%1 neemt deze taal niet aan met dit account.</translation>
    </message>
    <message>
        <source>That is no credential; copy it again.</source>
        <translation>Dat kan geen sleutel zijn; kopieer hem opnieuw.</translation>
    </message>
    <message>
        <source>%1 has no model %2; there are: %3.</source>
        <translation>%1 heeft geen model %2; er zijn: %3.</translation>
    </message>
    <message>
        <source>%1 does not take the language %2 with the model %3; it takes: %4.</source>
        <translation>%1 neemt de taal %2 niet aan met het model %3; wel: %4.</translation>
    </message>
    <message>
        <source>There is no vendor %1; there are: %2.</source>
        <translation>Er is geen dienst %1; er zijn: %2.</translation>
    </message>
    <message>
        <source>%1 has no setting %2.</source>
        <translation>%1 heeft geen instelling %2.</translation>
    </message>
    <message>
        <source>%1 does not take that value of %2; it takes: %3.</source>
        <translation>%1 neemt die waarde van %2 niet aan; wel: %3.</translation>
    </message>
    <message>
        <source>The setting %1 has a value that cannot be used; the default is used.</source>
        <translation>De instelling %1 heeft een onbruikbare waarde; de standaard geldt.</translation>
    </message>
    <message>
        <source>Scribe cannot write its log file; check the disk.</source>
        <translation>Scribe kan zijn logboek niet schrijven; controleer de schijf.</translation>
    </message>
    <message>
        <source>Scribe cannot write in its own folder; check its permissions, or choose another with --profile.</source>
        <translation>Scribe kan niet schrijven in zijn eigen map; controleer de rechten, of kies een andere met --profile.</translation>
    </message>
    <message>
        <source>The audio library PortAudio is missing; install libportaudio2.</source>
        <translation>De geluidsbibliotheek PortAudio ontbreekt; installeer libportaudio2.</translation>
    </message>
    <message>
        <source>The folder for speech models cannot be read or written.</source>
        <translation>De map voor spraakmodellen kan niet worden gelezen of beschreven.</translation>
    </message>
    <message>
        <source>There is no speech model named %1.</source>
        <translation>Er is geen spraakmodel met de naam %1.</translation>
    </message>
    <message>
        <source>A consultation on this disk cannot be read.</source>
        <translation>Een consult op deze schijf kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>The %1 cannot be read; %2.</source>
        <translation>Onleesbaar: %1; %2.</translation>
    </message>
    <message>
        <source>The %1 file is damaged; %2.</source>
        <translation>Beschadigd: %1; %2.</translation>
    </message>
    <message>
        <source>%1 is ready: it took audio and stayed.</source>
        <translation>%1 is klaar: het nam geluid aan en bleef aan de lijn.</translation>
    </message>
    <message>
        <source>%1 closed the line at once.</source>
        <translation>%1 verbrak de verbinding meteen.</translation>
    </message>
    <message>
        <source>Kept in the keyring.</source>
        <translation>Bewaard in de sleutelbos.</translation>
    </message>
    <message>
        <source>Kept until Scribe closes: this computer has no keyring.</source>
        <translation>Bewaard tot Scribe sluit: deze computer heeft geen sleutelbos.</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>Vergeten.</translation>
    </message>
    <message>
        <source>Signed in to %1.</source>
        <translation>Ingelogd bij %1.</translation>
    </message>
    <message>
        <source>Kept under your passphrase.</source>
        <translation>Bewaard onder uw wachtzin.</translation>
    </message>
    <message>
        <source>Opened.</source>
        <translation>Geopend.</translation>
    </message>
    <message>
        <source>The passphrase is another one now.</source>
        <translation>De wachtzin is nu een andere.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Dat is niet de wachtzin.</translation>
    </message>
    <message>
        <source>A passphrase was chosen already.</source>
        <translation>Er is al een wachtzin gekozen.</translation>
    </message>
    <message>
        <source>A passphrase has at least 12 characters; some words in a row are easy to remember.</source>
        <translation>Een wachtzin heeft minstens 12 tekens; een paar woorden achter elkaar zijn goed te onthouden.</translation>
    </message>
    <message>
        <source>The file that holds the key under your passphrase is damaged or gone.</source>
        <translation>Het bestand dat de sleutel onder uw wachtzin bewaart is beschadigd of weg.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Opgeslagen.</translation>
    </message>
    <message>
        <source>%1 is on this computer now.</source>
        <translation>%1 staat nu op deze computer.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 is verwijderd.</translation>
    </message>
    <message>
        <source>Stopped; the download goes on from there next time.</source>
        <translation>Gestopt; de download gaat de volgende keer vanaf daar verder.</translation>
    </message>
    <message>
        <source>The speech model %1 comes with the program.</source>
        <translation>Het spraakmodel %1 hoort bij het programma.</translation>
    </message>
    <message>
        <source>The speech model %1 is in use; choose another one first.</source>
        <translation>Het spraakmodel %1 is in gebruik; kies eerst een ander.</translation>
    </message>
    <message>
        <source>The speech model %1 is not the one the program trusts.</source>
        <translation>Het spraakmodel %1 is niet het model dat het programma vertrouwt.</translation>
    </message>
    <message>
        <source>No complete speech model was found there.</source>
        <translation>Daar is geen volledig spraakmodel gevonden.</translation>
    </message>
    <message>
        <source>The speech model could not be read from there.</source>
        <translation>Het spraakmodel kon daar niet worden gelezen.</translation>
    </message>
    <message>
        <source>The speech model could not be written to this disk.</source>
        <translation>Het spraakmodel kon niet op deze schijf worden geschreven.</translation>
    </message>
    <message>
        <source>There is not enough room on this disk for the model.</source>
        <translation>Er is niet genoeg ruimte op deze schijf voor het model.</translation>
    </message>
    <message>
        <source>The download was interrupted; it goes on where it stopped.</source>
        <translation>De download is onderbroken; hij gaat verder waar hij stopte.</translation>
    </message>
    <message>
        <source>What was downloaded is not the speech model that was expected.</source>
        <translation>Wat is gedownload, is niet het spraakmodel dat werd verwacht.</translation>
    </message>
    <message>
        <source>The server sent more than the speech model holds.</source>
        <translation>De server stuurde meer dan het spraakmodel groot is.</translation>
    </message>
    <message>
        <source>The server that holds the speech models did not deliver it.</source>
        <translation>De server met de spraakmodellen leverde het niet.</translation>
    </message>
    <message>
        <source>A web page came instead of the speech model: the network asks to sign in or blocks it.</source>
        <translation>Er kwam een webpagina in plaats van het spraakmodel: het netwerk vraagt om aanmelding of houdt het tegen.</translation>
    </message>
    <message>
        <source>The proxy between this computer and %1 is of a kind Scribe cannot use.</source>
        <translation>De proxy tussen deze computer en %1 is van een soort die Scribe niet kan gebruiken.</translation>
    </message>
    <message>
        <source>The speech engine on this device stopped.</source>
        <translation>De spraakherkenner op dit apparaat is gestopt.</translation>
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
</context>
<context>
    <name>Help</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
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
        <source>Hold: nothing is heard or kept</source>
        <translation>Ingedrukt houden: niets wordt gehoord of bewaard</translation>
    </message>
    <message>
        <source>Forget the last 30 s</source>
        <translation>De laatste 30 s vergeten</translation>
    </message>
    <message>
        <source>Forget the last 60 s</source>
        <translation>De laatste 60 s vergeten</translation>
    </message>
    <message>
        <source>Next line to check</source>
        <translation>Volgende regel om te controleren</translation>
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
        <source>Consultations on this computer</source>
        <translation>Consulten op deze computer</translation>
    </message>
    <message>
        <source>Finish what is unfinished</source>
        <translation>Afmaken wat niet af is</translation>
    </message>
    <message>
        <source>Bring in audio files</source>
        <translation>Geluidsbestanden inlezen</translation>
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
        <source>external</source>
        <translation>extern</translation>
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
    <message>
        <source>Not in the note</source>
        <translation>Niet in verslag</translation>
    </message>
    <message>
        <source>What was said and not written comes here.</source>
        <translation>Wat gezegd is en niet opgeschreven, komt hier.</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>naar %1</translation>
    </message>
    <message>
        <source>Add to %1: %2</source>
        <translation>Toevoegen aan %1: %2</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>disk low: some minutes left</source>
        <translation>schijf bijna vol: nog minuten</translation>
    </message>
    <message>
        <source>kept in the second place</source>
        <translation>bewaard op de tweede plaats</translation>
    </message>
    <message>
        <source>disk full: kept in memory</source>
        <translation>schijf vol: in het geheugen</translation>
    </message>
    <message>
        <source>no disk: kept in memory</source>
        <translation>geen schijf: in het geheugen</translation>
    </message>
    <message>
        <source>The disk is nearly full: less than 10 minutes of recording fit. Make room.</source>
        <translation>De schijf is bijna vol: er past nog minder dan 10 minuten opname op. Maak ruimte.</translation>
    </message>
    <message>
        <source>The disk is full. The recording goes on in memory for about 10 minutes; make room, and it is stored without a gap.</source>
        <translation>De schijf is vol. De opname gaat ongeveer 10 minuten door in het geheugen; maak ruimte, dan wordt ze zonder gat opgeslagen.</translation>
    </message>
    <message>
        <source>No disk takes the recording. It goes on in memory for about 10 minutes, and would be lost if Scribe ended now.</source>
        <translation>Geen enkele schijf neemt de opname aan. Ze gaat ongeveer 10 minuten door in het geheugen en zou verloren gaan als Scribe nu stopte.</translation>
    </message>
    <message>
        <source>The disk is filling up: less than 500 MB is free, some hours.</source>
        <translation>De schijf raakt vol: er is minder dan 500 MB vrij, enkele uren.</translation>
    </message>
    <message>
        <source>The disk reported an error or did not answer. The recording goes on in another file; have the disk looked at.</source>
        <translation>De schijf meldde een fout of antwoordde niet. De opname gaat door in een ander bestand; laat de schijf nakijken.</translation>
    </message>
    <message>
        <source>The folder for consultations cannot be written. This one is kept, sealed as ever, in a second place on this computer.</source>
        <translation>De map voor consulten kan niet worden beschreven. Dit consult wordt, verzegeld als altijd, op een tweede plaats op deze computer bewaard.</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Arabic</source>
        <translation>Arabisch</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>Bulgaars</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>Catalaans</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>Tsjechisch</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Deens</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Duits</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>Grieks</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spaans</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>Estisch</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>Perzisch</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Fins</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Frans</translation>
    </message>
    <message>
        <source>Frisian</source>
        <translation>Fries</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>Hebreeuws</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>Kroatisch</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>Hongaars</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italiaans</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japans</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Koreaans</translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation>Luxemburgs</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>Litouws</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>Lets</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>Noors</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Pools</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugees</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>Roemeens</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russisch</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>Slowaaks</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>Sloveens</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>Servisch</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Zweeds</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Turks</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Oekraïens</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>Urdu</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamees</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinees</translation>
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
        <source>private %1 times</source>
        <translation>%1 keer privé</translation>
    </message>
    <message>
        <source>%1 recorded</source>
        <translation>%1 opgenomen</translation>
    </message>
    <message>
        <source>%1 forgotten</source>
        <translation>%1 vergeten</translation>
    </message>
    <message>
        <source>private once</source>
        <translation>één keer privé</translation>
    </message>
    <message>
        <source>%1 without sound</source>
        <translation>%1 zonder geluid</translation>
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
    <name>Manifest</name>
    <message>
        <source>On this device</source>
        <translation>Op dit apparaat</translation>
    </message>
    <message>
        <source>The speech engine</source>
        <translation>De spraakherkenner</translation>
    </message>
    <message>
        <source>soap</source>
        <translation>SOEP-verslag</translation>
    </message>
    <message>
        <source>soep</source>
        <translation>SOEP-verslag</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>overleg</translation>
    </message>
    <message>
        <source>dictation</source>
        <translation>dictaat</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-sleutel</translation>
    </message>
    <message>
        <source>staging API key</source>
        <translation>API-sleutel voor de testomgeving</translation>
    </message>
    <message>
        <source>client ID</source>
        <translation>client-ID</translation>
    </message>
    <message>
        <source>client secret</source>
        <translation>client-geheim</translation>
    </message>
    <message>
        <source>user API key</source>
        <translation>eigen API-sleutel</translation>
    </message>
    <message>
        <source>token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mailadres</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mailadres</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>password</source>
        <translation>wachtwoord</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Vorm van het geluid</translation>
    </message>
    <message>
        <source>Sessions address</source>
        <translation>Adres voor sessies</translation>
    </message>
    <message>
        <source>Socket address</source>
        <translation>Adres van de socket</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>Adres van de dienst</translation>
    </message>
    <message>
        <source>Token address</source>
        <translation>Adres voor tokens</translation>
    </message>
    <message>
        <source>Token in the address</source>
        <translation>Token in het adres</translation>
    </message>
    <message>
        <source>Key in the address</source>
        <translation>Sleutel in het adres</translation>
    </message>
    <message>
        <source>Problems in the note</source>
        <translation>Problemen in het verslag</translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation>Subprotocol</translation>
    </message>
    <message>
        <source>Codes and links</source>
        <translation>Codes en links</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>samenvoegen</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>vervangen</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Omgeving</translation>
    </message>
    <message>
        <source>production</source>
        <translation>productie</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>test</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Herkenner</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>Leestekens</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Dictated</source>
        <translation>Gedicteerd</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>Eigen woorden</translation>
    </message>
    <message>
        <source>Old end message</source>
        <translation>Oud eindbericht</translation>
    </message>
    <message>
        <source>Silent server</source>
        <translation>Zwijgende server</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>geduldig</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>streng</translation>
    </message>
    <message>
        <source>Strict: a server that stands still for 6 seconds is given up.</source>
        <translation>Streng: een server die 6 seconden stilstaat, wordt opgegeven.</translation>
    </message>
    <message>
        <source>Lines at once</source>
        <translation>Verbindingen tegelijk</translation>
    </message>
    <message>
        <source>With two, missed speech is caught up while live text goes on.</source>
        <translation>Met twee wordt gemiste spraak ingehaald terwijl de live tekst doorgaat.</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Inloggen bij %1</translation>
    </message>
    <message>
        <source>From signing in.</source>
        <translation>Krijgt u door in te loggen.</translation>
    </message>
    <message>
        <source>From %1, for your organisation.</source>
        <translation>Van %1, voor uw organisatie.</translation>
    </message>
    <message>
        <source>From %1, beside the API key.</source>
        <translation>Van %1, bij de API-sleutel.</translation>
    </message>
    <message>
        <source>Empty lets %1 decide.</source>
        <translation>Leeg: %1 beslist.</translation>
    </message>
    <message>
        <source>For production.</source>
        <translation>Voor productie.</translation>
    </message>
    <message>
        <source>For the token address.</source>
        <translation>Voor het adres voor tokens.</translation>
    </message>
    <message>
        <source>v1: servers of 2024.</source>
        <translation>v1: servers uit 2024.</translation>
    </message>
    <message>
        <source>A JSON Web Token.</source>
        <translation>Een JSON Web Token.</translation>
    </message>
    <message>
        <source>Empty: the token is pasted.</source>
        <translation>Leeg: u plakt het token.</translation>
    </message>
    <message>
        <source>Where the token address wants a person.</source>
        <translation>Als het adres voor tokens een persoon vraagt.</translation>
    </message>
    <message>
        <source>Only for servers that want it there.</source>
        <translation>Alleen voor servers die het daar willen.</translation>
    </message>
    <message>
        <source>Not a token; keys end up in logs.</source>
        <translation>Geen token; sleutels komen in logboeken terecht.</translation>
    </message>
    <message>
        <source>heard = written; at most 100.</source>
        <translation>gehoord = geschreven; hoogstens 100.</translation>
    </message>
    <message>
        <source>For self-hosted gateways of before 2026.</source>
        <translation>Voor eigen servers van vóór 2026.</translation>
    </message>
    <message>
        <source>Whether newer ones are added to the former or replace them.</source>
        <translation>Of nieuwere bij de eerdere komen of ze vervangen.</translation>
    </message>
    <message>
        <source>Gets your own key with your %1 subscription; the password is not kept.</source>
        <translation>Haalt uw eigen sleutel op met uw abonnement op %1; het wachtwoord wordt niet bewaard.</translation>
    </message>
    <message>
        <source>Sends the sound of the consultation to %1, which also writes the note.</source>
        <translation>Stuurt het geluid van het consult naar %1, dat ook het verslag schrijft.</translation>
    </message>
    <message>
        <source>Sends the sound of the consultation to %1; its Dutch is general, not medical.</source>
        <translation>Stuurt het geluid van het consult naar %1; het Nederlands is algemeen, niet medisch.</translation>
    </message>
    <message>
        <source>Sends the sound to the server at this address, which keeps a copy of it.</source>
        <translation>Stuurt het geluid naar de server op dit adres, die er een kopie van bewaart.</translation>
    </message>
    <message>
        <source>Works without an account and sends nothing anywhere. A larger model or a speech vendor hears better: check the text.</source>
        <translation>Werkt zonder account en stuurt niets naar buiten. Een groter model of een spraakdienst hoort beter: controleer de tekst.</translation>
    </message>
    <message>
        <source>Hears better than base; needs about four times the processor.</source>
        <translation>Verstaat beter dan base; vraagt ongeveer vier keer zoveel van de processor.</translation>
    </message>
    <message>
        <source>Hears better still; live text wants a fast computer.</source>
        <translation>Verstaat nog beter; live tekst vraagt een snelle computer.</translation>
    </message>
    <message>
        <source>Hears best; live text wants a fast computer.</source>
        <translation>Verstaat het best; live tekst vraagt een snelle computer.</translation>
    </message>
    <message>
        <source>The server of the speech models</source>
        <translation>de server van de spraakmodellen</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>instellingen</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>beleid van de organisatie</translation>
    </message>
    <message>
        <source>the defaults are used</source>
        <translation>de standaardwaarden gelden</translation>
    </message>
    <message>
        <source>it is not applied</source>
        <translation>het geldt niet</translation>
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
        <source>Recording with %1</source>
        <translation>Opname met %1</translation>
    </message>
    <message>
        <source>No microphone found</source>
        <translation>Geen microfoon gevonden</translation>
    </message>
    <message>
        <source>Hardly any sound comes from the microphone %1; move it closer or turn it up.</source>
        <translation>Er komt nauwelijks geluid uit de microfoon %1; zet hem dichterbij of harder.</translation>
    </message>
    <message>
        <source>The microphone %1 is too loud and distorts; turn it down or move it away.</source>
        <translation>De microfoon %1 staat te hard en vervormt; zet hem zachter of verder weg.</translation>
    </message>
    <message>
        <source>The recording goes on with %1.</source>
        <translation>De opname gaat verder met %1.</translation>
    </message>
    <message>
        <source>Nothing but silence comes from the microphone %1; is it muted, or the wrong one?</source>
        <translation>Uit de microfoon %1 komt alleen stilte; is hij gedempt, of is het de verkeerde?</translation>
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
        <source>%1 to check</source>
        <translation>%1 te controleren</translation>
    </message>
    <message>
        <source>Local draft</source>
        <translation>Lokaal concept</translation>
    </message>
    <message>
        <source>External draft</source>
        <translation>Extern concept</translation>
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
        <source>%1 copied: %2 characters more than the field takes</source>
        <translation>%1 gekopieerd: %2 tekens meer dan het veld bevat</translation>
    </message>
    <message>
        <source>There is no note yet</source>
        <translation>Er is nog geen verslag</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>Niets te controleren</translation>
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
    <name>Privacy</name>
    <message>
        <source>The sound, the words and what was made from them are destroyed for good. What you typed stays.</source>
        <translation>Het geluid, de woorden en wat ervan gemaakt is worden voorgoed vernietigd. Wat u typte blijft.</translation>
    </message>
    <message>
        <source>Forget the end of the recording</source>
        <translation>Het eind van de opname vergeten</translation>
    </message>
    <message>
        <source>Forget the last 30 s</source>
        <translation>De laatste 30 s vergeten</translation>
    </message>
    <message>
        <source>Forget the last 60 s</source>
        <translation>De laatste 60 s vergeten</translation>
    </message>
    <message>
        <source>%1 forgotten; what you typed stays</source>
        <translation>%1 vergeten; wat u typte blijft</translation>
    </message>
    <message>
        <source>While it lasts nothing is heard or kept; F7 does it while held.</source>
        <translation>Zolang het duurt wordt er niets gehoord of bewaard; F7 doet dat zolang de toets is ingedrukt.</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>Weer luisteren</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Vergeten…</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>Right tonsil red, no pus.</source>
        <translation>Rechter tonsil rood, geen beslag.</translation>
    </message>
    <message>
        <source>Temp 37.2 °C</source>
        <translation>Temp 37.2 °C</translation>
    </message>
    <message>
        <source>Paracetamol 500 mg, at most 4 times a day.</source>
        <translation>Paracetamol 500 mg, max. 4 dd.</translation>
    </message>
    <message>
        <source>Back if ≥ 1 week.</source>
        <translation>Terug bij ≥ 1 week.</translation>
    </message>
    <message>
        <source>Sore throat for 2 weeks, mostly on the right. No fever.</source>
        <translation>2 weken keelpijn, vooral rechts. Geen koorts.</translation>
    </message>
    <message>
        <source>Viral pharyngitis</source>
        <translation>Virale faryngitis</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>Finish all</source>
        <translation>Alle afmaken</translation>
    </message>
    <message>
        <source>Finish it</source>
        <translation>Afmaken</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>vandaag %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gisteren %1</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 u %2 min</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>niet af</translation>
    </message>
    <message>
        <source>waits its turn</source>
        <translation>wacht op zijn beurt</translation>
    </message>
    <message>
        <source>being finished</source>
        <translation>wordt afgemaakt</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>na te kijken</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>gekopieerd</translation>
    </message>
    <message>
        <source>damaged in part</source>
        <translation>deels beschadigd</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>niet te lezen</translation>
    </message>
    <message>
        <source>The consultation of %1 is unfinished, and kept.</source>
        <translation>Het consult van %1 is niet af; alles is bewaard.</translation>
    </message>
    <message>
        <source>%3 consultations are unfinished, and kept.</source>
        <translation>%3 consulten zijn niet af; alles is bewaard.</translation>
    </message>
    <message>
        <source>The consultation of %1 (%2) is unfinished. All that was recorded is kept; finishing it transcribes the rest and drafts the note.</source>
        <translation>Het consult van %1 (%2) is niet af. Alles wat is opgenomen, is bewaard; afmaken zet de rest om in tekst en schrijft het verslag.</translation>
    </message>
    <message>
        <source>%1 is not transcribed yet, and kept.</source>
        <translation>%1 is nog niet uitgewerkt; alles is bewaard.</translation>
    </message>
    <message>
        <source>%1 of this consultation is not transcribed yet. All of it is kept; finishing it transcribes the rest and drafts the note again.</source>
        <translation>%1 van dit consult is nog niet uitgewerkt. Alles is bewaard; afmaken zet de rest om in tekst en schrijft het verslag opnieuw.</translation>
    </message>
    <message>
        <source>%3 consultations are unfinished, the newest of %1 (%2). All that was recorded is kept; finishing them transcribes the rest and drafts the notes.</source>
        <translation>%3 consulten zijn niet af, het laatste van %1 (%2). Alles wat is opgenomen, is bewaard; afmaken zet de rest om in tekst en schrijft de verslagen.</translation>
    </message>
    <message>
        <source>Consultations</source>
        <translation>Consulten</translation>
    </message>
    <message>
        <source>Consultations, the newest first</source>
        <translation>Consulten, de nieuwste eerst</translation>
    </message>
    <message>
        <source>Discard the consultation of %1? Its sound, transcript and note are destroyed for good; this cannot be undone.</source>
        <translation>Het consult van %1 weggooien? Geluid, tekst en verslag worden voorgoed vernietigd; dit is niet terug te draaien.</translation>
    </message>
    <message>
        <source>Recorded consultations stand here until they are discarded.</source>
        <translation>Hier staan opgenomen consulten, tot ze worden weggegooid.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Even kijken…</translation>
    </message>
    <message>
        <source>A consultation is open; another opens after it.</source>
        <translation>Er loopt een consult; een ander gaat daarna open.</translation>
    </message>
    <message>
        <source>Discarded; a file in use goes at the next start.</source>
        <translation>Weggegooid; een bestand dat in gebruik is, verdwijnt bij de volgende start.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Afmaken</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Discard for good</source>
        <translation>Voorgoed weggooien</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Audio files to transcribe</source>
        <translation>Geluidsbestanden om uit te werken</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>What you enter is kept at once: in the keyring of this computer, never in a file.</source>
        <translation>Wat u invult, wordt meteen bewaard: in de sleutelbos van deze computer, nooit in een bestand.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Deze computer</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microfoon</translation>
    </message>
    <message>
        <source>Look of the window</source>
        <translation>Uiterlijk van het venster</translation>
    </message>
    <message>
        <source>Finish by itself, when nobody records</source>
        <translation>Vanzelf afmaken als er niet wordt opgenomen</translation>
    </message>
    <message>
        <source>Unfinished consultations</source>
        <translation>Consulten die niet af zijn</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Als het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>The chosen one</source>
        <translation>De gekozen microfoon</translation>
    </message>
    <message>
        <source>The chosen one (not connected)</source>
        <translation>De gekozen microfoon (niet aangesloten)</translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation>De standaard van het systeem</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergeten</translation>
    </message>
    <message>
        <source>asking the keyring…</source>
        <translation>de sleutelbos wordt gevraagd…</translation>
    </message>
    <message>
        <source>type a new one to replace it</source>
        <translation>typ een nieuwe om te vervangen</translation>
    </message>
    <message>
        <source>paste or type it here</source>
        <translation>plak of typ hier</translation>
    </message>
    <message>
        <source>set by the environment</source>
        <translation>ingesteld door de omgeving</translation>
    </message>
    <message>
        <source>not set; may stay empty</source>
        <translation>niet ingevuld; mag leeg blijven</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>niet ingevuld</translation>
    </message>
    <message>
        <source>kept in the keyring</source>
        <translation>bewaard in de sleutelbos</translation>
    </message>
    <message>
        <source>kept until Scribe closes (no keyring)</source>
        <translation>bewaard tot Scribe sluit (geen sleutelbos)</translation>
    </message>
    <message>
        <source>Testing %1…</source>
        <translation>%1 wordt getest…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Opslaan…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>When the vendor stays away, the first of these goes on where it stopped.</source>
        <translation>Blijft de dienst weg, dan gaat de eerste hieronder verder waar die ophield.</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Omlaag</translation>
    </message>
    <message>
        <source>There is nobody else to go on.</source>
        <translation>Er is niemand anders die verder kan.</translation>
    </message>
    <message>
        <source>Space: on or off. Alt+arrow: earlier or later.</source>
        <translation>Spatie: aan of uit. Alt+pijl: eerder of later.</translation>
    </message>
    <message>
        <source>Goes on, in this order</source>
        <translation>Gaat verder, in deze volgorde</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbinding testen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Bezig met testen…</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>In orde</translation>
    </message>
    <message>
        <source>Not fine</source>
        <translation>Niet in orde</translation>
    </message>
    <message>
        <source>Leave this as it is unless your IT department says so.</source>
        <translation>Laat dit zo, tenzij uw IT-afdeling anders zegt.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netwerk</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Bladeren…</translation>
    </message>
    <message>
        <source>Browse for a CA file</source>
        <translation>Naar een CA-bestand bladeren</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-bestand</translation>
    </message>
    <message>
        <source>Own CA file</source>
        <translation>Eigen CA-bestand</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust beside those of this computer.</source>
        <translation>Certificaten (PEM) die vertrouwd worden naast die van deze computer.</translation>
    </message>
    <message>
        <source>Hosts that may be reached without encryption</source>
        <translation>Servers die zonder versleuteling mogen</translation>
    </message>
    <message>
        <source>Names apart by commas; only for a server inside your own network.</source>
        <translation>Namen met komma’s ertussen; alleen voor een server in uw eigen netwerk.</translation>
    </message>
    <message>
        <source>set by your organisation</source>
        <translation>ingesteld door uw organisatie</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pagina’s van de instellingen</translation>
    </message>
    <message>
        <source>signing in…</source>
        <translation>bezig met inloggen…</translation>
    </message>
    <message>
        <source>Holds from the next consultation on.</source>
        <translation>Geldt vanaf het volgende consult.</translation>
    </message>
    <message>
        <source>Speech recognition</source>
        <translation>Spraakherkenning</translation>
    </message>
    <message>
        <source>the vendor&apos;s own</source>
        <translation>die van de dienst zelf</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Gesproken taal</translation>
    </message>
    <message>
        <source>Layout of the note</source>
        <translation>Vorm van het verslag</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>%1 · default</source>
        <translation>%1 · standaard</translation>
    </message>
    <message>
        <source>not for %1</source>
        <translation>niet voor %1</translation>
    </message>
    <message>
        <source>experimental</source>
        <translation>experimenteel</translation>
    </message>
    <message>
        <source>being kept…</source>
        <translation>wordt bewaard…</translation>
    </message>
    <message>
        <source>being forgotten…</source>
        <translation>wordt vergeten…</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Inloggegevens</translation>
    </message>
    <message>
        <source>Its own settings</source>
        <translation>Eigen instellingen</translation>
    </message>
    <message>
        <source>This one needs no account and has nothing to set.</source>
        <translation>Hier is geen account voor nodig en er valt niets in te stellen.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Downloaden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>being downloaded: %1 %</source>
        <translation>wordt gedownload: %1 %</translation>
    </message>
    <message>
        <source>comes with Scribe</source>
        <translation>hoort bij Scribe</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>op deze computer</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>niet op deze computer</translation>
    </message>
    <message>
        <source>They listen on this computer and send nothing anywhere. A larger one hears better and needs more of the processor.</source>
        <translation>Ze luisteren op deze computer en sturen niets weg. Een groter model verstaat beter en vraagt meer van de processor.</translation>
    </message>
    <message>
        <source>Speech models</source>
        <translation>Spraakmodellen</translation>
    </message>
    <message>
        <source>Import from a file or a stick…</source>
        <translation>Importeren van een bestand of stick…</translation>
    </message>
    <message>
        <source>The archive, or model.bin in its folder</source>
        <translation>Het archief, of model.bin in zijn map</translation>
    </message>
    <message>
        <source>Reading and checking…</source>
        <translation>Lezen en controleren…</translation>
    </message>
    <message>
        <source>What a field takes differs from practice to practice: try it once and set it here.</source>
        <translation>Wat een veld aankan, verschilt per praktijk: probeer het één keer en stel het hier in.</translation>
    </message>
    <message>
        <source>Patient record</source>
        <translation>Patiëntdossier</translation>
    </message>
    <message>
        <source>no wrapping</source>
        <translation>niet afbreken</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>geen limiet</translation>
    </message>
    <message>
        <source>Patient record system</source>
        <translation>HIS of EPD</translation>
    </message>
    <message>
        <source>Sample, as it is copied</source>
        <translation>Voorbeeld, zoals het wordt gekopieerd</translation>
    </message>
    <message>
        <source>Wrap lines at (characters)</source>
        <translation>Regels afbreken na (tekens)</translation>
    </message>
    <message>
        <source>A field takes at most (characters)</source>
        <translation>Een veld bevat hoogstens (tekens)</translation>
    </message>
    <message>
        <source>Marks of S, O, E and P</source>
        <translation>Aanduiding van S, O, E en P</translation>
    </message>
    <message>
        <source>Any (plain text)</source>
        <translation>Elk systeem (platte tekst)</translation>
    </message>
    <message>
        <source>Own layout</source>
        <translation>Eigen opmaak</translation>
    </message>
    <message>
        <source>Whole note: each section on one line</source>
        <translation>Hele verslag: elke rubriek op één regel</translation>
    </message>
    <message>
        <source>Single sections carry their mark too</source>
        <translation>Ook losse rubrieken krijgen hun aanduiding</translation>
    </message>
    <message>
        <source>Decimal comma (37,2)</source>
        <translation>Decimale komma (37,2)</translation>
    </message>
    <message>
        <source>Plain characters only (ASCII)</source>
        <translation>Alleen gewone tekens (ASCII)</translation>
    </message>
    <message>
        <source>Line ends of Windows</source>
        <translation>Regeleinden van Windows</translation>
    </message>
    <message>
        <source>Characters: %1</source>
        <translation>Tekens: %1</translation>
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
        <source>Private</source>
        <translation>Privé</translation>
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
        <source>nothing is heard or kept</source>
        <translation>er wordt niets gehoord of bewaard</translation>
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
        <source>Consultations</source>
        <translation>Consulten</translation>
    </message>
    <message>
        <source>Speech engine</source>
        <translation>Spraakherkenner</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
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
        <source>a name, then Enter</source>
        <translation>een naam, dan Enter</translation>
    </message>
    <message>
        <source>Who is %1?</source>
        <translation>Wie is %1?</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Geen naam</translation>
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
        <source>Relative</source>
        <translation>Naaste</translation>
    </message>
    <message>
        <source>Speaker %1</source>
        <translation>Spreker %1</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>onbevestigd</translation>
    </message>
    <message>
        <source>What is said appears here.</source>
        <translation>Wat gezegd wordt, verschijnt hier.</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Sprekers</translation>
    </message>
    <message>
        <source>Say who %1 is</source>
        <translation>Zeg wie %1 is</translation>
    </message>
    <message>
        <source>processing… %1 s</source>
        <translation>wordt verwerkt… %1 s</translation>
    </message>
    <message>
        <source>Private: nothing was heard or kept</source>
        <translation>Privé: er is niets gehoord of bewaard</translation>
    </message>
    <message>
        <source>%1 forgotten</source>
        <translation>%1 vergeten</translation>
    </message>
    <message>
        <source>From here on: %1</source>
        <translation>Vanaf hier: %1</translation>
    </message>
    <message>
        <source>No sound for %1</source>
        <translation>%1 zonder geluid</translation>
    </message>
</context>
<context>
    <name>Vault</name>
    <message>
        <source>Recordings are always encrypted. This is about who holds the key that opens them.</source>
        <translation>Opnamen zijn altijd versleuteld. Hier gaat het erom wie de sleutel heeft die ze opent.</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Opnamen</translation>
    </message>
    <message>
        <source>They need not survive</source>
        <translation>Bewaren hoeft niet</translation>
    </message>
    <message>
        <source>Forget the passphrase</source>
        <translation>Wachtzin vergeten</translation>
    </message>
    <message>
        <source>Recordings under it can never be opened again. Press once more if you mean it.</source>
        <translation>Opnamen eronder kunnen nooit meer worden geopend. Druk nog eens als u het meent.</translation>
    </message>
    <message>
        <source>one moment…</source>
        <translation>een ogenblik…</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>De twee wachtzinnen zijn niet gelijk.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nieuwe wachtzin</translation>
    </message>
    <message>
        <source>At least 12 characters; some words in a row. Write it down safely: nobody can open recordings without it.</source>
        <translation>Minstens 12 tekens; een paar woorden achter elkaar. Schrijf hem veilig op: zonder hem kan niemand opnamen openen.</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Nogmaals dezelfde</translation>
    </message>
    <message>
        <source>asking the keyring…</source>
        <translation>de sleutelbos wordt gevraagd…</translation>
    </message>
    <message>
        <source>Keep under a passphrase</source>
        <translation>Bewaren onder een wachtzin</translation>
    </message>
    <message>
        <source>The keyring of this computer holds the key.</source>
        <translation>De sleutelbos van deze computer bewaart de sleutel.</translation>
    </message>
    <message>
        <source>Your passphrase holds the key; it is open.</source>
        <translation>Uw wachtzin bewaart de sleutel; hij is geopend.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Wachtzin wijzigen</translation>
    </message>
    <message>
        <source>Your passphrase holds the key. Enter it to open earlier recordings; those of now are kept with them then.</source>
        <translation>Uw wachtzin bewaart de sleutel. Voer hem in om eerdere opnamen te openen; die van nu worden er dan bij bewaard.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>This computer has no keyring. Choose a passphrase, or that recordings do not survive the end of Scribe; until then they do not.</source>
        <translation>Deze computer heeft geen sleutelbos. Kies een wachtzin, of dat opnamen het einde van Scribe niet overleven; tot dan overleven ze het niet.</translation>
    </message>
    <message>
        <source>As you chose, recordings cannot be opened again once Scribe is closed.</source>
        <translation>Zoals u koos, kunnen opnamen niet meer worden geopend zodra Scribe gesloten is.</translation>
    </message>
</context>
</TS>
