# Pour installer le certificat
# To install the certificate
#
# From fr-FR/mail-gateway/renew-the-signing-certificate.md, line 47. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. Copiez le fichier que vous a envoyé l’autorité de certification dans le dossier C:\Certs.
#    Copy the file that the certification authority sent you to the folder C:\Certs.

# 2. Exécutez les deux commandes suivantes. La seconde demande une confirmation.
#    Run the following two commands. The second one asks for confirmation.
$cert = Import-FmgCertificate -Path C:\Certs\signing.cer
Set-FmgSigning -Thumbprint $cert.Thumbprint

# 3. Redémarrez le service de signature :
#    Restart the signing service:
Restart-Service -Name FmgSigning
# CAUTION: Les messages envoyés pendant le redémarrage ne sont pas signés.
#          Messages sent during the restart are not signed.
