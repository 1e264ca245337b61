# Avant de déplacer des utilisateurs dans Relay Server 2013
# Before you move users in Relay Server 2013
#
# From fr-FR/relay/relay-server-2013-before-you-move-users.md, line 45. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# - Votre serveur de relais doit être installé et validé. Pour plus d’informations, consultez Installer Relay Server.
#   Your relay server must be installed and validated. For more information, see Install Relay Server.

# - Votre locataire doit accepter les sessions PowerShell à distance.
#   Your tenant must accept remote PowerShell sessions.
# Pour ce faire, installez d’abord le module, que vous trouverez ici : https://contoso.example/?LinkId=17 .
# To do this, first install the module, which you can find here: https://contoso.example/?LinkId=17.
# Établissez ensuite une session avec les applets de commande suivantes :
# Then establish a session with the following cmdlets:
Import-Module RelayConnector
$cred = Get-Credential
$session = New-RelaySession -Credential $cred
Import-PSSession $session -AllowClobber
# Pour plus d’informations sur les sessions, consultez Sessions.
# For more information about sessions, see Sessions.

# - Votre espace d’adressage doit être partagé. Exécutez ensuite l’applet de commande suivante :
#   Your address space must be shared. Then run the following cmdlet:
Set-RelayTenant -SharedAddressSpace $True
