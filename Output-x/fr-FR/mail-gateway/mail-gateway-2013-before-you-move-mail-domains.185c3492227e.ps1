# Avant de déplacer des domaines de messagerie de Mail Gateway Online vers Mail Gateway 2013
# Before you move mail domains from Mail Gateway Online to Mail Gateway 2013
#
# From fr-FR/mail-gateway/mail-gateway-2013-before-you-move-mail-domains.md, line 45. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# - Votre passerelle locale doit accepter le courrier de tous les domaines à déplacer. Pour en savoir plus, consultez Déclarer un domaine accepté.
#   Your local gateway must accept mail for every domain that you move. To learn more, see Declare an accepted domain.

# - Votre abonnement en ligne doit autoriser l’administration à distance.
#   Your online subscription must allow remote administration.
# Téléchargez le connecteur à l’adresse suivante : https://go.fabrikam.com/link/?LinkId=20417 .
# Download the connector from the following address: https://go.fabrikam.com/link/?LinkId=20417.
# Une fois le connecteur installé, ouvrez une session en tapant les commandes suivantes dans Gateway Shell :
# When the connector is installed, open a session by typing these commands in the Gateway Shell:
Import-Module FabrikamMailConnector
$admin = Get-Credential
$online = New-FmgOnlineSession -Credential $admin
Import-PSSession $online -AllowClobber
# Les paramètres de la session sont décrits dans Sessions d’administration.
# The parameters of the session are described in Administration sessions.
# Si la session se ferme sans message, reportez-vous à Résoudre les problèmes du connecteur.
# If the session closes without a message, go to Troubleshoot the connector.

# - Les deux environnements doivent partager la même liste de destinataires. Pour la partager, ouvrez d’abord une session d’administration. Exécutez ensuite la commande suivante :
#   Both environments must share one list of recipients. To share it, first open an administration session. Then run the following command:
Set-FmgOnlineRecipientList -SharedWithLocalGateway $True
