<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>No keyring: this consultation cannot be opened again once Scribe is closed.</source>
        <translation>Pas de trousseau de clés : une fois Scribe fermé, cette consultation ne pourra plus être ouverte.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>No microphone was found; connect one and try again.</source>
        <translation>Aucun microphone trouvé ; branchez-en un et réessayez.</translation>
    </message>
    <message>
        <source>That microphone is no longer there; choose another one.</source>
        <translation>Ce microphone n’est plus là ; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The microphone stopped; check that it is still connected.</source>
        <translation>Le microphone s’est arrêté ; vérifiez qu’il est encore branché.</translation>
    </message>
    <message>
        <source>The sound system does not answer.</source>
        <translation>Le système audio ne répond pas.</translation>
    </message>
    <message>
        <source>The microphone %1 is in use by another program.</source>
        <translation>Le microphone %1 est utilisé par un autre programme.</translation>
    </message>
    <message>
        <source>The microphone %1 does not answer.</source>
        <translation>Le microphone %1 ne répond pas.</translation>
    </message>
    <message>
        <source>The microphone %1 cannot be opened; check that it is connected.</source>
        <translation>Le microphone %1 ne s’ouvre pas ; vérifiez qu’il est branché.</translation>
    </message>
    <message>
        <source>Scribe may not use the microphone %1; allow it in the system&apos;s settings.</source>
        <translation>Scribe ne peut pas utiliser le microphone %1 ; autorisez-le dans les réglages du système.</translation>
    </message>
    <message>
        <source>The disk is full, so the recording can no longer be stored.</source>
        <translation>Le disque est plein ; l’enregistrement ne peut plus être conservé.</translation>
    </message>
    <message>
        <source>The disk reports an error, so the recording can no longer be stored safely.</source>
        <translation>Le disque signale une erreur ; l’enregistrement ne peut plus être conservé sûrement.</translation>
    </message>
    <message>
        <source>Scribe cannot write in its folder for consultations; check the disk and its permissions.</source>
        <translation>Scribe ne peut pas écrire dans le dossier des consultations ; vérifiez le disque et les droits.</translation>
    </message>
    <message>
        <source>Something went wrong inside Scribe. What was recorded is kept.</source>
        <translation>Un problème est survenu dans Scribe. Ce qui a été enregistré est conservé.</translation>
    </message>
    <message>
        <source>Something went wrong inside Scribe; the recording goes on, without live text.</source>
        <translation>Un problème est survenu dans Scribe ; l’enregistrement continue, sans texte en direct.</translation>
    </message>
    <message>
        <source>Something unexpected happened; what was recorded is kept.</source>
        <translation>Un imprévu est survenu ; ce qui a été enregistré est conservé.</translation>
    </message>
    <message>
        <source>The connection to the speech engine was lost.</source>
        <translation>La connexion à la reconnaissance vocale est perdue.</translation>
    </message>
    <message>
        <source>The speech engine did not get ready in time.</source>
        <translation>La reconnaissance vocale n’était pas prête à temps.</translation>
    </message>
    <message>
        <source>The speech engine on this device stopped.</source>
        <translation>La reconnaissance vocale de cet appareil s’est arrêtée.</translation>
    </message>
    <message>
        <source>The speech engine stopped answering.</source>
        <translation>La reconnaissance vocale ne répond plus.</translation>
    </message>
    <message>
        <source>The speech recogniser could not be started.</source>
        <translation>La reconnaissance vocale n’a pas pu démarrer.</translation>
    </message>
    <message>
        <source>The speech model could not be loaded; install it again.</source>
        <translation>Le modèle vocal n’a pas pu être chargé ; réinstallez-le.</translation>
    </message>
    <message>
        <source>The speech model %1 is not on this computer; download or import it.</source>
        <translation>Le modèle vocal %1 n’est pas sur cet ordinateur ; téléchargez-le ou importez-le.</translation>
    </message>
    <message>
        <source>The speech model %1 on this disk is damaged; install it again.</source>
        <translation>Le modèle vocal %1 sur ce disque est endommagé ; réinstallez-le.</translation>
    </message>
    <message>
        <source>Works without an account and sends nothing anywhere. A larger model or a speech vendor hears better: check the text.</source>
        <translation>Fonctionne sans compte et n’envoie rien. Un plus grand modèle ou un service vocal entend mieux : vérifiez le texte.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Record, stop</source>
        <translation>Enregistrer, arrêter</translation>
    </message>
    <message>
        <source>Pause, go on</source>
        <translation>Pause, reprendre</translation>
    </message>
    <message>
        <source>Draft the note</source>
        <translation>Rédiger la note</translation>
    </message>
    <message>
        <source>Copy S, O, E, P of the open episode</source>
        <translation>Copier S, O, E, P de l’épisode ouvert</translation>
    </message>
    <message>
        <source>Copy the whole note</source>
        <translation>Copier toute la note</translation>
    </message>
    <message>
        <source>Next episode</source>
        <translation>Épisode suivant</translation>
    </message>
    <message>
        <source>Put measurements in O</source>
        <translation>Mettre les mesures dans O</translation>
    </message>
    <message>
        <source>Show or hide this</source>
        <translation>Afficher ou masquer ceci</translation>
    </message>
</context>
<context>
    <name>Information</name>
    <message>
        <source>Measurements</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>A blood pressure or weight that is named lands here.</source>
        <translation>Une tension ou un poids mentionné s’affiche ici.</translation>
    </message>
    <message>
        <source>to O</source>
        <translation>vers O</translation>
    </message>
    <message>
        <source>Put all measurements in O</source>
        <translation>Mettre toutes les mesures dans O</translation>
    </message>
    <message>
        <source>Put %1 in O</source>
        <translation>Mettre %1 dans O</translation>
    </message>
    <message>
        <source>unlikely: check</source>
        <translation>peu probable : vérifier</translation>
    </message>
    <message>
        <source>in O ✓</source>
        <translation>dans O ✓</translation>
    </message>
    <message>
        <source>at home</source>
        <translation>à domicile</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>antérieur</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>objectif</translation>
    </message>
    <message>
        <source>Codings</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Codes for what was discussed come here.</source>
        <translation>Les codes de ce qui a été discuté viennent ici.</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressources</translation>
    </message>
    <message>
        <source>Guidelines and leaflets that fit come here.</source>
        <translation>Les guides et brochures utiles viennent ici.</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>Recorded and covered</source>
        <translation>Enregistré et transcrit</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>enregistré</translation>
    </message>
    <message>
        <source>nothing recorded yet</source>
        <translation>rien d’enregistré</translation>
    </message>
    <message>
        <source>all kept</source>
        <translation>tout est conservé</translation>
    </message>
    <message>
        <source>%1 not on disk yet</source>
        <translation>%1 pas encore sur disque</translation>
    </message>
    <message>
        <source>%1 behind</source>
        <translation>%1 de retard</translation>
    </message>
    <message>
        <source>%1 without words</source>
        <translation>%1 sans mots</translation>
    </message>
    <message>
        <source>%1 unconfirmed</source>
        <translation>%1 non confirmé</translation>
    </message>
    <message>
        <source>all transcribed</source>
        <translation>tout est transcrit</translation>
    </message>
</context>
<context>
    <name>Microphones</name>
    <message>
        <source>Microphone</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Default microphone</source>
        <translation>Microphone par défaut</translation>
    </message>
    <message>
        <source>No microphone found</source>
        <translation>Aucun microphone</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>Episodes</source>
        <translation>Épisodes</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Draft note</source>
        <translation>Rédiger</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Local draft</source>
        <translation>Ébauche locale</translation>
    </message>
    <message>
        <source>Draft of the service</source>
        <translation>Ébauche du service</translation>
    </message>
    <message>
        <source>Draft of a language model</source>
        <translation>Ébauche d’un modèle</translation>
    </message>
    <message>
        <source>%1 is still empty</source>
        <translation>%1 est encore vide</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>%1 copié</translation>
    </message>
    <message>
        <source>There is no note yet</source>
        <translation>Il n’y a pas encore de note</translation>
    </message>
    <message>
        <source>Whole note copied</source>
        <translation>Toute la note est copiée</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>subjective</source>
        <translation>subjectif</translation>
    </message>
    <message>
        <source>What the patient tells</source>
        <translation>Ce que dit le patient</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>objectif</translation>
    </message>
    <message>
        <source>What you find and measure</source>
        <translation>Ce que vous trouvez et mesurez</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>évaluation</translation>
    </message>
    <message>
        <source>What you make of it</source>
        <translation>Ce que vous en pensez</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>plan</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>Ce qui est convenu</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Finalisation</translation>
    </message>
    <message>
        <source>Writing the note</source>
        <translation>Rédaction de la note</translation>
    </message>
    <message>
        <source>Note ready</source>
        <translation>Note prête</translation>
    </message>
    <message>
        <source>press F9 and start talking</source>
        <translation>appuyez sur F9 et parlez</translation>
    </message>
    <message>
        <source>opening the microphone</source>
        <translation>ouverture du microphone</translation>
    </message>
    <message>
        <source>everything is kept</source>
        <translation>tout est conservé</translation>
    </message>
    <message>
        <source>nothing is recorded now</source>
        <translation>rien n’est enregistré</translation>
    </message>
    <message>
        <source>the last words are coming</source>
        <translation>les derniers mots arrivent</translation>
    </message>
    <message>
        <source>one moment</source>
        <translation>un instant</translation>
    </message>
    <message>
        <source>read, change, copy</source>
        <translation>lire, corriger, copier</translation>
    </message>
    <message>
        <source>kept; words follow shortly</source>
        <translation>conservé ; les mots suivent</translation>
    </message>
    <message>
        <source>words appear as you speak</source>
        <translation>les mots s’affichent</translation>
    </message>
    <message>
        <source>reconnecting; all is kept</source>
        <translation>reconnexion ; tout est gardé</translation>
    </message>
    <message>
        <source>no connection; all is kept</source>
        <translation>hors ligne ; tout est gardé</translation>
    </message>
    <message>
        <source>paused; reconnecting</source>
        <translation>pause ; reconnexion</translation>
    </message>
    <message>
        <source>paused; no connection</source>
        <translation>pause ; hors ligne</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Aucun son</translation>
    </message>
    <message>
        <source>check the microphone</source>
        <translation>vérifiez le microphone</translation>
    </message>
    <message>
        <source>%1 left to transcribe</source>
        <translation>encore %1 à transcrire</translation>
    </message>
    <message>
        <source>nothing to note was heard</source>
        <translation>rien à noter</translation>
    </message>
</context>
<context>
    <name>Top</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>New recording</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Recorded time %1</source>
        <translation>Durée enregistrée %1</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>Niveau du microphone</translation>
    </message>
    <message>
        <source>Speech engine</source>
        <translation>Reconnaissance vocale</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>To the newest</source>
        <translation>Au plus récent</translation>
    </message>
    <message>
        <source>1 sentence</source>
        <translation>1 phrase</translation>
    </message>
    <message>
        <source>%1 sentences</source>
        <translation>%1 phrases</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Médecin</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>non confirmé</translation>
    </message>
    <message>
        <source>What is said appears here.</source>
        <translation>Ce qui est dit apparaît ici.</translation>
    </message>
</context>
</TS>
