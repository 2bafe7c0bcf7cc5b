<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Banner</name>
    <message>
        <source>This computer has no keyring: choose whether recordings survive the end of Scribe. Until then they do not.</source>
        <translation>Cet ordinateur n’a pas de trousseau : choisissez si les enregistrements survivent à la fermeture de Scribe. D’ici là, ils n’y survivent pas.</translation>
    </message>
    <message>
        <source>Enter your passphrase to open earlier recordings.</source>
        <translation>Saisissez votre phrase secrète pour ouvrir les enregistrements antérieurs.</translation>
    </message>
    <message>
        <source>No keyring: this consultation cannot be opened again once Scribe is closed.</source>
        <translation>Pas de trousseau de clés : une fois Scribe fermé, cette consultation ne pourra plus être ouverte.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>La saisir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>not said like this: %1</source>
        <translation>pas dit ainsi : %1</translation>
    </message>
    <message>
        <source>was the opposite said?</source>
        <translation>le contraire a-t-il été dit ?</translation>
    </message>
    <message>
        <source>another side was said: %1</source>
        <translation>un autre côté a été dit : %1</translation>
    </message>
    <message>
        <source>not said here: %1</source>
        <translation>pas dit ici : %1</translation>
    </message>
    <message>
        <source>not said: %1</source>
        <translation>pas dit : %1</translation>
    </message>
    <message>
        <source>said by the other speaker</source>
        <translation>dit par l&apos;autre personne</translation>
    </message>
    <message>
        <source>heard with doubt: %1</source>
        <translation>entendu avec doute : %1</translation>
    </message>
    <message>
        <source>not found in the conversation</source>
        <translation>pas trouvé dans la conversation</translation>
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
        <source>The microphone %1 is gone; looking for another one.</source>
        <translation>Le microphone %1 a disparu ; un autre est recherché.</translation>
    </message>
    <message>
        <source>No sound comes from the microphone %1; trying again.</source>
        <translation>Aucun son ne vient du microphone %1 ; nouvel essai en cours.</translation>
    </message>
    <message>
        <source>The microphone %1 is muted; unmute it in the system&apos;s settings.</source>
        <translation>Le microphone %1 est coupé ; réactivez-le dans les réglages du système.</translation>
    </message>
    <message>
        <source>No microphone is left; connect one and the recording goes on by itself.</source>
        <translation>Il n&apos;y a plus de microphone ; branchez-en un et l&apos;enregistrement reprend de lui-même.</translation>
    </message>
    <message>
        <source>The recording was moved to a loudspeaker; it goes back to the microphone.</source>
        <translation>L&apos;enregistrement a été déplacé vers un haut-parleur ; il revient au microphone.</translation>
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
        <source>What was forgotten is gone from the screen; the disk refuses to destroy it now, and Scribe keeps trying.</source>
        <translation>Ce qui devait être oublié a disparu de l’écran ; le disque refuse pour l’instant de le détruire, et Scribe continue d’essayer.</translation>
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
        <source>The connection to %1 was lost.</source>
        <translation>La connexion à %1 est perdue.</translation>
    </message>
    <message>
        <source>%1 did not get ready in time.</source>
        <translation>%1 n’a pas été prêt à temps.</translation>
    </message>
    <message>
        <source>%1 stopped answering.</source>
        <translation>%1 ne répond plus.</translation>
    </message>
    <message>
        <source>%1 cannot be reached; check the network.</source>
        <translation>%1 est injoignable ; vérifiez le réseau.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted; ask your IT department or set its CA file.</source>
        <translation>Le certificat de %1 n’est pas reconnu ; demandez à votre service informatique ou indiquez son fichier CA.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another address; check the address.</source>
        <translation>Le certificat de %1 est pour une autre adresse ; vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid at this time; check this computer&apos;s clock.</source>
        <translation>Le certificat de %1 n’est pas valable en ce moment ; vérifiez l’horloge de cet ordinateur.</translation>
    </message>
    <message>
        <source>The address of %1 is not an address Scribe can use; check it in the settings.</source>
        <translation>L’adresse de %1 n’est pas utilisable par Scribe ; vérifiez-la dans les réglages.</translation>
    </message>
    <message>
        <source>Without encryption %1 may not be reached; use wss:// or https://, or allow the host in the settings.</source>
        <translation>Sans chiffrement, %1 ne peut être joint ; utilisez wss:// ou https://, ou autorisez l’hôte dans les réglages.</translation>
    </message>
    <message>
        <source>The CA file cannot be read; check it in the settings.</source>
        <translation>Le fichier CA est illisible ; vérifiez-le dans les réglages.</translation>
    </message>
    <message>
        <source>The proxy between this computer and %1 refuses; check the network.</source>
        <translation>Le proxy entre cet ordinateur et %1 refuse ; vérifiez le réseau.</translation>
    </message>
    <message>
        <source>The token of %1 has expired; get a new one in the settings.</source>
        <translation>Le jeton de %1 a expiré ; prenez-en un nouveau dans les réglages.</translation>
    </message>
    <message>
        <source>The token of %1 expires within the hour; get a new one before you record.</source>
        <translation>Le jeton de %1 expire dans l’heure ; prenez-en un nouveau avant d’enregistrer.</translation>
    </message>
    <message>
        <source>%1 refused the sign-in: the e-mail or password is wrong, or there is no subscription.</source>
        <translation>%1 refuse la connexion : l’e-mail ou le mot de passe est faux, ou il n’y a pas d’abonnement.</translation>
    </message>
    <message>
        <source>%1 answered with something Scribe does not understand.</source>
        <translation>%1 a donné une réponse que Scribe ne comprend pas.</translation>
    </message>
    <message>
        <source>The keyring does not answer; unlock it and try again.</source>
        <translation>Le trousseau ne répond pas ; déverrouillez-le et réessayez.</translation>
    </message>
    <message>
        <source>%1 gets too many requests now; try again in a moment.</source>
        <translation>%1 reçoit trop de demandes ; réessayez dans un instant.</translation>
    </message>
    <message>
        <source>%1 is overloaded or down.</source>
        <translation>%1 est surchargé ou en panne.</translation>
    </message>
    <message>
        <source>%1 was reached at an address that only points elsewhere; check the address.</source>
        <translation>L’adresse de %1 ne fait que renvoyer ailleurs ; vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>%1 is not at that address; check the address.</source>
        <translation>%1 n’est pas à cette adresse ; vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>%1 says that the account is not paid.</source>
        <translation>D’après %1, le compte n’est pas payé.</translation>
    </message>
    <message>
        <source>%1 reports an error.</source>
        <translation>%1 signale une erreur.</translation>
    </message>
    <message>
        <source>%1 refused the credentials; check them in the settings.</source>
        <translation>%1 refuse les identifiants ; vérifiez-les dans les réglages.</translation>
    </message>
    <message>
        <source>%1 sent more than a line can carry.</source>
        <translation>%1 a envoyé plus que la ligne ne peut porter.</translation>
    </message>
    <message>
        <source>%1 needs the %2; enter it in the settings.</source>
        <translation>Il manque à %1 : %2 ; à saisir dans les réglages.</translation>
    </message>
    <message>
        <source>%1 has no sign-in.</source>
        <translation>%1 ne connaît pas de connexion.</translation>
    </message>
    <message>
        <source>The settings cannot be saved; check the disk.</source>
        <translation>Les réglages ne peuvent être enregistrés ; vérifiez le disque.</translation>
    </message>
    <message>
        <source>What %1 has as its token is none; paste it again.</source>
        <translation>Ce qui tient lieu de jeton pour %1 n’en est pas un ; collez-le à nouveau.</translation>
    </message>
    <message>
        <source>The client ID of %1 has characters it cannot have.</source>
        <translation>L’identifiant client de %1 contient des caractères impossibles.</translation>
    </message>
    <message>
        <source>%1 takes at most %2 own words.</source>
        <translation>%1 accepte au plus %2 mots personnels.</translation>
    </message>
    <message>
        <source>%1: own words are written as heard = written.</source>
        <translation>%1 : les mots personnels s’écrivent entendu = écrit.</translation>
    </message>
    <message>
        <source>%1: an own word is longer than %2 bytes.</source>
        <translation>%1 : un mot personnel dépasse %2 octets.</translation>
    </message>
    <message>
        <source>%1 has no engine free for this language; try again in a moment.</source>
        <translation>%1 n’a pas de moteur libre pour cette langue ; réessayez dans un instant.</translation>
    </message>
    <message>
        <source>%1 does not take this language with this account.</source>
        <translation>%1 n’accepte pas cette langue avec ce compte.</translation>
    </message>
    <message>
        <source>That is no credential; copy it again.</source>
        <translation>Ceci ne peut être un identifiant ; copiez-le à nouveau.</translation>
    </message>
    <message>
        <source>%1 has no model %2; there are: %3.</source>
        <translation>%1 n’a pas de modèle %2 ; il y a : %3.</translation>
    </message>
    <message>
        <source>%1 does not take the language %2 with the model %3; it takes: %4.</source>
        <translation>%1 n’accepte pas la langue %2 avec le modèle %3 ; il accepte : %4.</translation>
    </message>
    <message>
        <source>There is no vendor %1; there are: %2.</source>
        <translation>Il n’y a pas de service %1 ; il y a : %2.</translation>
    </message>
    <message>
        <source>%1 has no setting %2.</source>
        <translation>%1 n’a pas de réglage %2.</translation>
    </message>
    <message>
        <source>%1 does not take that value of %2; it takes: %3.</source>
        <translation>%1 n’accepte pas cette valeur de %2 ; il accepte : %3.</translation>
    </message>
    <message>
        <source>The setting %1 has a value that cannot be used; the default is used.</source>
        <translation>Le réglage %1 a une valeur inutilisable ; la valeur par défaut s’applique.</translation>
    </message>
    <message>
        <source>Scribe cannot write its log file; check the disk.</source>
        <translation>Scribe ne peut écrire son journal ; vérifiez le disque.</translation>
    </message>
    <message>
        <source>Scribe cannot write in its own folder; check its permissions, or choose another with --profile.</source>
        <translation>Scribe ne peut écrire dans son dossier ; vérifiez les droits, ou choisissez-en un autre avec --profile.</translation>
    </message>
    <message>
        <source>The audio library PortAudio is missing; install libportaudio2.</source>
        <translation>La bibliothèque audio PortAudio manque ; installez libportaudio2.</translation>
    </message>
    <message>
        <source>The folder for speech models cannot be read or written.</source>
        <translation>Le dossier des modèles vocaux ne peut être lu ni écrit.</translation>
    </message>
    <message>
        <source>There is no speech model named %1.</source>
        <translation>Il n’y a pas de modèle vocal nommé %1.</translation>
    </message>
    <message>
        <source>A consultation on this disk cannot be read.</source>
        <translation>Une consultation sur ce disque est illisible.</translation>
    </message>
    <message>
        <source>The %1 cannot be read; %2.</source>
        <translation>Illisible : %1 ; %2.</translation>
    </message>
    <message>
        <source>The %1 file is damaged; %2.</source>
        <translation>Endommagé : %1 ; %2.</translation>
    </message>
    <message>
        <source>%1 is ready: it took audio and stayed.</source>
        <translation>%1 est prêt : il a pris le son et reste en ligne.</translation>
    </message>
    <message>
        <source>%1 closed the line at once.</source>
        <translation>%1 a coupé la ligne aussitôt.</translation>
    </message>
    <message>
        <source>Kept in the keyring.</source>
        <translation>Conservé dans le trousseau.</translation>
    </message>
    <message>
        <source>Kept until Scribe closes: this computer has no keyring.</source>
        <translation>Conservé jusqu’à la fermeture de Scribe : cet ordinateur n’a pas de trousseau.</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>Oublié.</translation>
    </message>
    <message>
        <source>Signed in to %1.</source>
        <translation>Connecté à %1.</translation>
    </message>
    <message>
        <source>Kept under your passphrase.</source>
        <translation>Gardé sous votre phrase secrète.</translation>
    </message>
    <message>
        <source>Opened.</source>
        <translation>Ouvert.</translation>
    </message>
    <message>
        <source>The passphrase is another one now.</source>
        <translation>La phrase secrète a été changée.</translation>
    </message>
    <message>
        <source>That is not the passphrase.</source>
        <translation>Ce n’est pas la phrase secrète.</translation>
    </message>
    <message>
        <source>A passphrase was chosen already.</source>
        <translation>Une phrase secrète a déjà été choisie.</translation>
    </message>
    <message>
        <source>A passphrase has at least 12 characters; some words in a row are easy to remember.</source>
        <translation>Une phrase secrète compte au moins 12 caractères ; quelques mots à la suite se retiennent facilement.</translation>
    </message>
    <message>
        <source>The file that holds the key under your passphrase is damaged or gone.</source>
        <translation>Le fichier qui contient la clé sous votre phrase secrète est endommagé ou absent.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Enregistré.</translation>
    </message>
    <message>
        <source>%1 is on this computer now.</source>
        <translation>%1 est maintenant sur cet ordinateur.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 a été supprimé.</translation>
    </message>
    <message>
        <source>Stopped; the download goes on from there next time.</source>
        <translation>Arrêté ; le téléchargement reprendra là la prochaine fois.</translation>
    </message>
    <message>
        <source>The speech model %1 comes with the program.</source>
        <translation>Le modèle vocal %1 fait partie du programme.</translation>
    </message>
    <message>
        <source>The speech model %1 is in use; choose another one first.</source>
        <translation>Le modèle vocal %1 est utilisé ; choisissez-en d&apos;abord un autre.</translation>
    </message>
    <message>
        <source>The speech model %1 is not the one the program trusts.</source>
        <translation>Le modèle vocal %1 n&apos;est pas celui auquel le programme fait confiance.</translation>
    </message>
    <message>
        <source>No complete speech model was found there.</source>
        <translation>Aucun modèle vocal complet n&apos;a été trouvé à cet endroit.</translation>
    </message>
    <message>
        <source>The speech model could not be read from there.</source>
        <translation>Le modèle vocal n&apos;a pas pu être lu à cet endroit.</translation>
    </message>
    <message>
        <source>The speech model could not be written to this disk.</source>
        <translation>Le modèle vocal n&apos;a pas pu être écrit sur ce disque.</translation>
    </message>
    <message>
        <source>There is not enough room on this disk for the model.</source>
        <translation>Il n&apos;y a pas assez de place sur ce disque pour le modèle.</translation>
    </message>
    <message>
        <source>The download was interrupted; it goes on where it stopped.</source>
        <translation>Le téléchargement a été interrompu ; il reprendra où il s&apos;est arrêté.</translation>
    </message>
    <message>
        <source>What was downloaded is not the speech model that was expected.</source>
        <translation>Ce qui a été téléchargé n&apos;est pas le modèle vocal attendu.</translation>
    </message>
    <message>
        <source>The server sent more than the speech model holds.</source>
        <translation>Le serveur a envoyé plus que la taille du modèle vocal.</translation>
    </message>
    <message>
        <source>The server that holds the speech models did not deliver it.</source>
        <translation>Le serveur des modèles vocaux ne l&apos;a pas fourni.</translation>
    </message>
    <message>
        <source>A web page came instead of the speech model: the network asks to sign in or blocks it.</source>
        <translation>Une page web est arrivée à la place du modèle vocal : le réseau demande une connexion ou le bloque.</translation>
    </message>
    <message>
        <source>The proxy between this computer and %1 is of a kind Scribe cannot use.</source>
        <translation>Le proxy entre cet ordinateur et %1 est d&apos;un type que Scribe ne sait pas utiliser.</translation>
    </message>
    <message>
        <source>The speech engine on this device stopped.</source>
        <translation>La reconnaissance vocale de cet appareil s’est arrêtée.</translation>
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
</context>
<context>
    <name>Help</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
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
        <source>Hold: nothing is heard or kept</source>
        <translation>Maintenir : rien n’est écouté ni gardé</translation>
    </message>
    <message>
        <source>Forget the last 30 s</source>
        <translation>Oublier les 30 dernières s</translation>
    </message>
    <message>
        <source>Forget the last 60 s</source>
        <translation>Oublier les 60 dernières s</translation>
    </message>
    <message>
        <source>Next line to check</source>
        <translation>Ligne suivante à vérifier</translation>
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
        <source>Consultations on this computer</source>
        <translation>Consultations sur cet ordinateur</translation>
    </message>
    <message>
        <source>Finish what is unfinished</source>
        <translation>Terminer ce qui est inachevé</translation>
    </message>
    <message>
        <source>Bring in audio files</source>
        <translation>Importer des fichiers audio</translation>
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
        <source>external</source>
        <translation>externe</translation>
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
    <message>
        <source>Not in the note</source>
        <translation>Pas dans la note</translation>
    </message>
    <message>
        <source>What was said and not written comes here.</source>
        <translation>Ce qui a été dit sans être écrit vient ici.</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>vers %1</translation>
    </message>
    <message>
        <source>Add to %1: %2</source>
        <translation>Ajouter à %1 : %2</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>disk low: some minutes left</source>
        <translation>disque presque plein : des minutes</translation>
    </message>
    <message>
        <source>kept in the second place</source>
        <translation>gardé au second emplacement</translation>
    </message>
    <message>
        <source>disk full: kept in memory</source>
        <translation>disque plein : en mémoire</translation>
    </message>
    <message>
        <source>no disk: kept in memory</source>
        <translation>pas de disque : en mémoire</translation>
    </message>
    <message>
        <source>The disk is nearly full: less than 10 minutes of recording fit. Make room.</source>
        <translation>Le disque est presque plein : moins de 10 minutes d’enregistrement y tiennent. Libérez de la place.</translation>
    </message>
    <message>
        <source>The disk is full. The recording goes on in memory for about 10 minutes; make room, and it is stored without a gap.</source>
        <translation>Le disque est plein. L’enregistrement continue en mémoire pendant environ 10 minutes ; libérez de la place et il sera stocké sans trou.</translation>
    </message>
    <message>
        <source>No disk takes the recording. It goes on in memory for about 10 minutes, and would be lost if Scribe ended now.</source>
        <translation>Aucun disque n’accepte l’enregistrement. Il continue en mémoire pendant environ 10 minutes et serait perdu si Scribe s’arrêtait maintenant.</translation>
    </message>
    <message>
        <source>The disk is filling up: less than 500 MB is free, some hours.</source>
        <translation>Le disque se remplit : moins de 500 Mo libres, quelques heures.</translation>
    </message>
    <message>
        <source>The disk reported an error or did not answer. The recording goes on in another file; have the disk looked at.</source>
        <translation>Le disque a signalé une erreur ou n’a pas répondu. L’enregistrement continue dans un autre fichier ; faites vérifier le disque.</translation>
    </message>
    <message>
        <source>The folder for consultations cannot be written. This one is kept, sealed as ever, in a second place on this computer.</source>
        <translation>Le dossier des consultations est inaccessible en écriture. Celle-ci est gardée, scellée comme toujours, à un second emplacement de cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Arabic</source>
        <translation>arabe</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>bulgare</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>catalan</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>tchèque</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>danois</translation>
    </message>
    <message>
        <source>German</source>
        <translation>allemand</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>grec</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>espagnol</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>estonien</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>persan</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>finnois</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>Frisian</source>
        <translation>frison</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>hébreu</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>hindi</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>croate</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>hongrois</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italien</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>japonais</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>coréen</translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation>luxembourgeois</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>lituanien</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>letton</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>néerlandais</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>norvégien</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>polonais</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugais</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>roumain</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>russe</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>slovaque</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>slovène</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>serbe</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>suédois</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>turc</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>ukrainien</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>ourdou</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>vietnamien</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chinois</translation>
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
        <source>private %1 times</source>
        <translation>%1 fois privé</translation>
    </message>
    <message>
        <source>%1 recorded</source>
        <translation>%1 enregistrées</translation>
    </message>
    <message>
        <source>%1 forgotten</source>
        <translation>%1 oubliées</translation>
    </message>
    <message>
        <source>private once</source>
        <translation>une fois privé</translation>
    </message>
    <message>
        <source>%1 without sound</source>
        <translation>%1 sans son</translation>
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
    <name>Manifest</name>
    <message>
        <source>On this device</source>
        <translation>Sur cet appareil</translation>
    </message>
    <message>
        <source>The speech engine</source>
        <translation>Le moteur vocal</translation>
    </message>
    <message>
        <source>soap</source>
        <translation>Note SOAP</translation>
    </message>
    <message>
        <source>soep</source>
        <translation>Note SOAP</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>réunion</translation>
    </message>
    <message>
        <source>dictation</source>
        <translation>dictée</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>clé API</translation>
    </message>
    <message>
        <source>staging API key</source>
        <translation>clé API de l’environnement de test</translation>
    </message>
    <message>
        <source>client ID</source>
        <translation>identifiant client</translation>
    </message>
    <message>
        <source>client secret</source>
        <translation>secret du client</translation>
    </message>
    <message>
        <source>user API key</source>
        <translation>clé API personnelle</translation>
    </message>
    <message>
        <source>token</source>
        <translation>jeton</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>adresse e-mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>password</source>
        <translation>mot de passe</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Format audio</translation>
    </message>
    <message>
        <source>Sessions address</source>
        <translation>Adresse des sessions</translation>
    </message>
    <message>
        <source>Socket address</source>
        <translation>Adresse du socket</translation>
    </message>
    <message>
        <source>Service address</source>
        <translation>Adresse du service</translation>
    </message>
    <message>
        <source>Token address</source>
        <translation>Adresse des jetons</translation>
    </message>
    <message>
        <source>Token in the address</source>
        <translation>Jeton dans l’adresse</translation>
    </message>
    <message>
        <source>Key in the address</source>
        <translation>Clé dans l’adresse</translation>
    </message>
    <message>
        <source>Problems in the note</source>
        <translation>Problèmes dans la note</translation>
    </message>
    <message>
        <source>Subprotocol</source>
        <translation>Sous-protocole</translation>
    </message>
    <message>
        <source>Codes and links</source>
        <translation>Codes et liens</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>fusionner</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>remplacer</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>production</source>
        <translation>production</translation>
    </message>
    <message>
        <source>staging</source>
        <translation>test</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>Ponctuation</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Dictated</source>
        <translation>Dictée</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>Mots personnels</translation>
    </message>
    <message>
        <source>Old end message</source>
        <translation>Ancien message de fin</translation>
    </message>
    <message>
        <source>Silent server</source>
        <translation>Serveur muet</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>patient</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>strict</translation>
    </message>
    <message>
        <source>Strict: a server that stands still for 6 seconds is given up.</source>
        <translation>Strict : un serveur immobile pendant 6 secondes est abandonné.</translation>
    </message>
    <message>
        <source>Lines at once</source>
        <translation>Lignes simultanées</translation>
    </message>
    <message>
        <source>With two, missed speech is caught up while live text goes on.</source>
        <translation>Avec deux, la parole manquée est rattrapée pendant que le texte en direct continue.</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Se connecter à %1</translation>
    </message>
    <message>
        <source>From signing in.</source>
        <translation>S’obtient en se connectant.</translation>
    </message>
    <message>
        <source>From %1, for your organisation.</source>
        <translation>De %1, pour votre organisation.</translation>
    </message>
    <message>
        <source>From %1, beside the API key.</source>
        <translation>De %1, avec la clé API.</translation>
    </message>
    <message>
        <source>Empty lets %1 decide.</source>
        <translation>Vide : %1 décide.</translation>
    </message>
    <message>
        <source>For production.</source>
        <translation>Pour la production.</translation>
    </message>
    <message>
        <source>For the token address.</source>
        <translation>Pour l’adresse des jetons.</translation>
    </message>
    <message>
        <source>v1: servers of 2024.</source>
        <translation>v1 : serveurs de 2024.</translation>
    </message>
    <message>
        <source>A JSON Web Token.</source>
        <translation>Un JSON Web Token.</translation>
    </message>
    <message>
        <source>Empty: the token is pasted.</source>
        <translation>Vide : le jeton est collé.</translation>
    </message>
    <message>
        <source>Where the token address wants a person.</source>
        <translation>Si l’adresse des jetons demande une personne.</translation>
    </message>
    <message>
        <source>Only for servers that want it there.</source>
        <translation>Seulement pour les serveurs qui le veulent là.</translation>
    </message>
    <message>
        <source>Not a token; keys end up in logs.</source>
        <translation>Pas un jeton ; les clés finissent dans des journaux.</translation>
    </message>
    <message>
        <source>heard = written; at most 100.</source>
        <translation>entendu = écrit ; 100 au plus.</translation>
    </message>
    <message>
        <source>For self-hosted gateways of before 2026.</source>
        <translation>Pour les serveurs propres d’avant 2026.</translation>
    </message>
    <message>
        <source>Whether newer ones are added to the former or replace them.</source>
        <translation>Si les nouveaux s’ajoutent aux précédents ou les remplacent.</translation>
    </message>
    <message>
        <source>Gets your own key with your %1 subscription; the password is not kept.</source>
        <translation>Obtient votre propre clé avec votre abonnement %1 ; le mot de passe n’est pas conservé.</translation>
    </message>
    <message>
        <source>Sends the sound of the consultation to %1, which also writes the note.</source>
        <translation>Envoie le son de la consultation à %1, qui écrit aussi la note.</translation>
    </message>
    <message>
        <source>Sends the sound of the consultation to %1; its Dutch is general, not medical.</source>
        <translation>Envoie le son de la consultation à %1 ; son néerlandais est général, pas médical.</translation>
    </message>
    <message>
        <source>Sends the sound to the server at this address, which keeps a copy of it.</source>
        <translation>Envoie le son au serveur à cette adresse, qui en garde une copie.</translation>
    </message>
    <message>
        <source>Works without an account and sends nothing anywhere. A larger model or a speech vendor hears better: check the text.</source>
        <translation>Fonctionne sans compte et n’envoie rien. Un plus grand modèle ou un service vocal entend mieux : vérifiez le texte.</translation>
    </message>
    <message>
        <source>Hears better than base; needs about four times the processor.</source>
        <translation>Entend mieux que base ; demande environ quatre fois plus au processeur.</translation>
    </message>
    <message>
        <source>Hears better still; live text wants a fast computer.</source>
        <translation>Entend encore mieux ; le texte en direct demande un ordinateur rapide.</translation>
    </message>
    <message>
        <source>Hears best; live text wants a fast computer.</source>
        <translation>Entend le mieux ; le texte en direct demande un ordinateur rapide.</translation>
    </message>
    <message>
        <source>The server of the speech models</source>
        <translation>le serveur des modèles vocaux</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>réglages</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>politique de l’organisation</translation>
    </message>
    <message>
        <source>the defaults are used</source>
        <translation>les valeurs par défaut s’appliquent</translation>
    </message>
    <message>
        <source>it is not applied</source>
        <translation>elle ne s’applique pas</translation>
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
        <source>Recording with %1</source>
        <translation>Enregistrement avec %1</translation>
    </message>
    <message>
        <source>No microphone found</source>
        <translation>Aucun microphone</translation>
    </message>
    <message>
        <source>Hardly any sound comes from the microphone %1; move it closer or turn it up.</source>
        <translation>Presque aucun son ne vient du microphone %1 ; rapprochez-le ou augmentez son niveau.</translation>
    </message>
    <message>
        <source>The microphone %1 is too loud and distorts; turn it down or move it away.</source>
        <translation>Le microphone %1 est trop fort et sature ; baissez son niveau ou éloignez-le.</translation>
    </message>
    <message>
        <source>The recording goes on with %1.</source>
        <translation>L&apos;enregistrement continue avec %1.</translation>
    </message>
    <message>
        <source>Nothing but silence comes from the microphone %1; is it muted, or the wrong one?</source>
        <translation>Seul du silence vient du microphone %1 ; est-il coupé, ou est-ce le mauvais ?</translation>
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
        <source>%1 to check</source>
        <translation>%1 à vérifier</translation>
    </message>
    <message>
        <source>Local draft</source>
        <translation>Ébauche locale</translation>
    </message>
    <message>
        <source>External draft</source>
        <translation>Ébauche externe</translation>
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
        <source>%1 copied: %2 characters more than the field takes</source>
        <translation>%1 copié : %2 caractères de plus que le champ n&apos;en contient</translation>
    </message>
    <message>
        <source>There is no note yet</source>
        <translation>Il n’y a pas encore de note</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>Rien à vérifier</translation>
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
    <name>Privacy</name>
    <message>
        <source>The sound, the words and what was made from them are destroyed for good. What you typed stays.</source>
        <translation>Le son, les mots et ce qui en a été fait sont détruits définitivement. Ce que vous avez tapé reste.</translation>
    </message>
    <message>
        <source>Forget the end of the recording</source>
        <translation>Oublier la fin de l’enregistrement</translation>
    </message>
    <message>
        <source>Forget the last 30 s</source>
        <translation>Oublier les 30 dernières s</translation>
    </message>
    <message>
        <source>Forget the last 60 s</source>
        <translation>Oublier les 60 dernières s</translation>
    </message>
    <message>
        <source>%1 forgotten; what you typed stays</source>
        <translation>%1 oubliées ; ce que vous avez tapé reste</translation>
    </message>
    <message>
        <source>While it lasts nothing is heard or kept; F7 does it while held.</source>
        <translation>Tant que cela dure, rien n’est écouté ni gardé ; F7 le fait tant que la touche est maintenue.</translation>
    </message>
    <message>
        <source>Listen again</source>
        <translation>Réécouter</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privé</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Oublier…</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>Right tonsil red, no pus.</source>
        <translation>Amygdale droite rouge, sans pus.</translation>
    </message>
    <message>
        <source>Temp 37.2 °C</source>
        <translation>Temp 37.2 °C</translation>
    </message>
    <message>
        <source>Paracetamol 500 mg, at most 4 times a day.</source>
        <translation>Paracétamol 500 mg, 4 fois par jour au plus.</translation>
    </message>
    <message>
        <source>Back if ≥ 1 week.</source>
        <translation>Revoir si ≥ 1 semaine.</translation>
    </message>
    <message>
        <source>Sore throat for 2 weeks, mostly on the right. No fever.</source>
        <translation>Mal de gorge depuis 2 semaines, surtout à droite. Pas de fièvre.</translation>
    </message>
    <message>
        <source>Viral pharyngitis</source>
        <translation>Pharyngite virale</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>Finish all</source>
        <translation>Tout terminer</translation>
    </message>
    <message>
        <source>Finish it</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>aujourd&apos;hui %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>hier %1</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>inachevée</translation>
    </message>
    <message>
        <source>waits its turn</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>being finished</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>à relire</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>copiée</translation>
    </message>
    <message>
        <source>damaged in part</source>
        <translation>endommagée en partie</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>The consultation of %1 is unfinished, and kept.</source>
        <translation>La consultation (%1) est inachevée, mais conservée.</translation>
    </message>
    <message>
        <source>%3 consultations are unfinished, and kept.</source>
        <translation>%3 consultations sont inachevées, mais conservées.</translation>
    </message>
    <message>
        <source>The consultation of %1 (%2) is unfinished. All that was recorded is kept; finishing it transcribes the rest and drafts the note.</source>
        <translation>Une consultation est inachevée : %1 (%2). Tout ce qui a été enregistré est conservé ; terminer transcrit le reste et rédige la note.</translation>
    </message>
    <message>
        <source>%1 is not transcribed yet, and kept.</source>
        <translation>%1 reste à transcrire ; tout est conservé.</translation>
    </message>
    <message>
        <source>%1 of this consultation is not transcribed yet. All of it is kept; finishing it transcribes the rest and drafts the note again.</source>
        <translation>%1 de cette consultation reste à transcrire. Tout est conservé ; terminer transcrit le reste et rédige à nouveau la note.</translation>
    </message>
    <message>
        <source>%3 consultations are unfinished, the newest of %1 (%2). All that was recorded is kept; finishing them transcribes the rest and drafts the notes.</source>
        <translation>%3 consultations sont inachevées, la dernière : %1 (%2). Tout ce qui a été enregistré est conservé ; terminer transcrit le reste et rédige les notes.</translation>
    </message>
    <message>
        <source>Consultations</source>
        <translation>Consultations</translation>
    </message>
    <message>
        <source>Consultations, the newest first</source>
        <translation>Consultations, la plus récente d&apos;abord</translation>
    </message>
    <message>
        <source>Discard the consultation of %1? Its sound, transcript and note are destroyed for good; this cannot be undone.</source>
        <translation>Supprimer la consultation : %1 ? Le son, le texte et la note sont détruits définitivement ; c&apos;est irréversible.</translation>
    </message>
    <message>
        <source>Recorded consultations stand here until they are discarded.</source>
        <translation>Les consultations enregistrées restent ici jusqu&apos;à leur suppression.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>A consultation is open; another opens after it.</source>
        <translation>Une consultation est en cours ; une autre s&apos;ouvrira ensuite.</translation>
    </message>
    <message>
        <source>Discarded; a file in use goes at the next start.</source>
        <translation>Supprimée ; un fichier utilisé disparaîtra au prochain démarrage.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Discard for good</source>
        <translation>Supprimer pour de bon</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Audio files to transcribe</source>
        <translation>Fichiers audio à transcrire</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>What you enter is kept at once: in the keyring of this computer, never in a file.</source>
        <translation>Ce que vous saisissez est conservé aussitôt : dans le trousseau de cet ordinateur, jamais dans un fichier.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Look of the window</source>
        <translation>Aspect de la fenêtre</translation>
    </message>
    <message>
        <source>Finish by itself, when nobody records</source>
        <translation>Terminer automatiquement hors enregistrement</translation>
    </message>
    <message>
        <source>Unfinished consultations</source>
        <translation>Consultations inachevées</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>The chosen one</source>
        <translation>Le microphone choisi</translation>
    </message>
    <message>
        <source>The chosen one (not connected)</source>
        <translation>Le microphone choisi (non connecté)</translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation>Celui du système</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>asking the keyring…</source>
        <translation>le trousseau est interrogé…</translation>
    </message>
    <message>
        <source>type a new one to replace it</source>
        <translation>saisissez-en une autre pour remplacer</translation>
    </message>
    <message>
        <source>paste or type it here</source>
        <translation>à coller ou à saisir ici</translation>
    </message>
    <message>
        <source>set by the environment</source>
        <translation>défini par l’environnement</translation>
    </message>
    <message>
        <source>not set; may stay empty</source>
        <translation>non renseigné ; peut rester vide</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>non renseigné</translation>
    </message>
    <message>
        <source>kept in the keyring</source>
        <translation>conservé dans le trousseau</translation>
    </message>
    <message>
        <source>kept until Scribe closes (no keyring)</source>
        <translation>conservé jusqu’à la fermeture de Scribe (pas de trousseau)</translation>
    </message>
    <message>
        <source>Testing %1…</source>
        <translation>Test de %1…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>When the vendor stays away, the first of these goes on where it stopped.</source>
        <translation>Si le service ne répond plus, le premier ci-dessous reprend où il s’est arrêté.</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Secours</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>There is nobody else to go on.</source>
        <translation>Personne d’autre ne peut reprendre.</translation>
    </message>
    <message>
        <source>Space: on or off. Alt+arrow: earlier or later.</source>
        <translation>Espace : oui ou non. Alt+flèche : plus tôt ou plus tard.</translation>
    </message>
    <message>
        <source>Goes on, in this order</source>
        <translation>Reprend, dans cet ordre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Tester la connexion</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Test en cours…</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>En ordre</translation>
    </message>
    <message>
        <source>Not fine</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Leave this as it is unless your IT department says so.</source>
        <translation>Laissez ceci tel quel, sauf avis de votre service informatique.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Browse for a CA file</source>
        <translation>Chercher un fichier CA</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>Fichier CA</translation>
    </message>
    <message>
        <source>Own CA file</source>
        <translation>Fichier CA propre</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust beside those of this computer.</source>
        <translation>Certificats (PEM) admis en plus de ceux de cet ordinateur.</translation>
    </message>
    <message>
        <source>Hosts that may be reached without encryption</source>
        <translation>Hôtes joignables sans chiffrement</translation>
    </message>
    <message>
        <source>Names apart by commas; only for a server inside your own network.</source>
        <translation>Noms séparés par des virgules ; seulement pour un serveur de votre réseau.</translation>
    </message>
    <message>
        <source>set by your organisation</source>
        <translation>défini par votre organisation</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pages des réglages</translation>
    </message>
    <message>
        <source>signing in…</source>
        <translation>connexion en cours…</translation>
    </message>
    <message>
        <source>Holds from the next consultation on.</source>
        <translation>Vaut à partir de la prochaine consultation.</translation>
    </message>
    <message>
        <source>Speech recognition</source>
        <translation>Reconnaissance vocale</translation>
    </message>
    <message>
        <source>the vendor&apos;s own</source>
        <translation>celui du service</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Langue parlée</translation>
    </message>
    <message>
        <source>Layout of the note</source>
        <translation>Forme de la note</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>%1 · default</source>
        <translation>%1 · par défaut</translation>
    </message>
    <message>
        <source>not for %1</source>
        <translation>pas pour : %1</translation>
    </message>
    <message>
        <source>experimental</source>
        <translation>expérimental</translation>
    </message>
    <message>
        <source>being kept…</source>
        <translation>en cours de conservation…</translation>
    </message>
    <message>
        <source>being forgotten…</source>
        <translation>en cours d’oubli…</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Identifiants</translation>
    </message>
    <message>
        <source>Its own settings</source>
        <translation>Ses propres réglages</translation>
    </message>
    <message>
        <source>This one needs no account and has nothing to set.</source>
        <translation>Aucun compte n’est nécessaire et il n’y a rien à régler.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>being downloaded: %1 %</source>
        <translation>téléchargement : %1 %</translation>
    </message>
    <message>
        <source>comes with Scribe</source>
        <translation>fourni avec Scribe</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>sur cet ordinateur</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>They listen on this computer and send nothing anywhere. A larger one hears better and needs more of the processor.</source>
        <translation>Ils écoutent sur cet ordinateur et n&apos;envoient rien nulle part. Un plus grand entend mieux et demande plus au processeur.</translation>
    </message>
    <message>
        <source>Speech models</source>
        <translation>Modèles vocaux</translation>
    </message>
    <message>
        <source>Import from a file or a stick…</source>
        <translation>Importer d&apos;un fichier ou d&apos;une clé…</translation>
    </message>
    <message>
        <source>The archive, or model.bin in its folder</source>
        <translation>L&apos;archive, ou model.bin dans son dossier</translation>
    </message>
    <message>
        <source>Reading and checking…</source>
        <translation>Lecture et vérification…</translation>
    </message>
    <message>
        <source>What a field takes differs from practice to practice: try it once and set it here.</source>
        <translation>Ce qu&apos;un champ accepte varie d&apos;un cabinet à l&apos;autre : essayez une fois et réglez-le ici.</translation>
    </message>
    <message>
        <source>Patient record</source>
        <translation>Dossier patient</translation>
    </message>
    <message>
        <source>no wrapping</source>
        <translation>pas de coupure</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>pas de limite</translation>
    </message>
    <message>
        <source>Patient record system</source>
        <translation>Logiciel métier</translation>
    </message>
    <message>
        <source>Sample, as it is copied</source>
        <translation>Exemple, tel qu&apos;il est copié</translation>
    </message>
    <message>
        <source>Wrap lines at (characters)</source>
        <translation>Couper les lignes à (caractères)</translation>
    </message>
    <message>
        <source>A field takes at most (characters)</source>
        <translation>Un champ contient au plus (caractères)</translation>
    </message>
    <message>
        <source>Marks of S, O, E and P</source>
        <translation>Repères de S, O, E et P</translation>
    </message>
    <message>
        <source>Any (plain text)</source>
        <translation>N&apos;importe lequel (texte brut)</translation>
    </message>
    <message>
        <source>Own layout</source>
        <translation>Mise en forme personnelle</translation>
    </message>
    <message>
        <source>Whole note: each section on one line</source>
        <translation>Note entière : chaque rubrique sur une ligne</translation>
    </message>
    <message>
        <source>Single sections carry their mark too</source>
        <translation>Les rubriques seules portent aussi leur repère</translation>
    </message>
    <message>
        <source>Decimal comma (37,2)</source>
        <translation>Virgule décimale (37,2)</translation>
    </message>
    <message>
        <source>Plain characters only (ASCII)</source>
        <translation>Caractères simples seulement (ASCII)</translation>
    </message>
    <message>
        <source>Line ends of Windows</source>
        <translation>Fins de ligne de Windows</translation>
    </message>
    <message>
        <source>Characters: %1</source>
        <translation>Caractères : %1</translation>
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
        <source>Private</source>
        <translation>Privé</translation>
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
        <source>nothing is heard or kept</source>
        <translation>rien n’est écouté ni gardé</translation>
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
        <source>Consultations</source>
        <translation>Consultations</translation>
    </message>
    <message>
        <source>Speech engine</source>
        <translation>Reconnaissance vocale</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
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
        <source>a name, then Enter</source>
        <translation>un nom, puis Entrée</translation>
    </message>
    <message>
        <source>Who is %1?</source>
        <translation>Qui est %1 ?</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sans nom</translation>
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
        <source>Relative</source>
        <translation>Proche</translation>
    </message>
    <message>
        <source>Speaker %1</source>
        <translation>Locuteur %1</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>non confirmé</translation>
    </message>
    <message>
        <source>What is said appears here.</source>
        <translation>Ce qui est dit apparaît ici.</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Locuteurs</translation>
    </message>
    <message>
        <source>Say who %1 is</source>
        <translation>Dire qui est %1</translation>
    </message>
    <message>
        <source>processing… %1 s</source>
        <translation>en traitement… %1 s</translation>
    </message>
    <message>
        <source>Private: nothing was heard or kept</source>
        <translation>Privé : rien n’a été écouté ni gardé</translation>
    </message>
    <message>
        <source>%1 forgotten</source>
        <translation>%1 oubliées</translation>
    </message>
    <message>
        <source>From here on: %1</source>
        <translation>À partir d’ici : %1</translation>
    </message>
    <message>
        <source>No sound for %1</source>
        <translation>%1 sans son</translation>
    </message>
</context>
<context>
    <name>Vault</name>
    <message>
        <source>Recordings are always encrypted. This is about who holds the key that opens them.</source>
        <translation>Les enregistrements sont toujours chiffrés. Il s’agit ici de qui détient la clé qui les ouvre.</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>They need not survive</source>
        <translation>Inutile de les garder</translation>
    </message>
    <message>
        <source>Forget the passphrase</source>
        <translation>Oublier la phrase secrète</translation>
    </message>
    <message>
        <source>Recordings under it can never be opened again. Press once more if you mean it.</source>
        <translation>Les enregistrements concernés ne pourront plus jamais être ouverts. Appuyez encore une fois pour confirmer.</translation>
    </message>
    <message>
        <source>one moment…</source>
        <translation>un instant…</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Les deux phrases secrètes ne sont pas identiques.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase secrète</translation>
    </message>
    <message>
        <source>At least 12 characters; some words in a row. Write it down safely: nobody can open recordings without it.</source>
        <translation>Au moins 12 caractères ; quelques mots à la suite. Notez-la en lieu sûr : sans elle, personne ne peut ouvrir les enregistrements.</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La même à nouveau</translation>
    </message>
    <message>
        <source>asking the keyring…</source>
        <translation>interrogation du trousseau…</translation>
    </message>
    <message>
        <source>Keep under a passphrase</source>
        <translation>Garder sous une phrase secrète</translation>
    </message>
    <message>
        <source>The keyring of this computer holds the key.</source>
        <translation>Le trousseau de cet ordinateur détient la clé.</translation>
    </message>
    <message>
        <source>Your passphrase holds the key; it is open.</source>
        <translation>Votre phrase secrète détient la clé ; elle est ouverte.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Changer la phrase secrète</translation>
    </message>
    <message>
        <source>Your passphrase holds the key. Enter it to open earlier recordings; those of now are kept with them then.</source>
        <translation>Votre phrase secrète détient la clé. Saisissez-la pour ouvrir les enregistrements antérieurs ; ceux d’aujourd’hui seront alors gardés avec eux.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>This computer has no keyring. Choose a passphrase, or that recordings do not survive the end of Scribe; until then they do not.</source>
        <translation>Cet ordinateur n’a pas de trousseau. Choisissez une phrase secrète, ou que les enregistrements ne survivent pas à la fermeture de Scribe ; d’ici là, ils n’y survivent pas.</translation>
    </message>
    <message>
        <source>As you chose, recordings cannot be opened again once Scribe is closed.</source>
        <translation>Comme vous l’avez choisi, les enregistrements ne peuvent plus être ouverts une fois Scribe fermé.</translation>
    </message>
</context>
</TS>
