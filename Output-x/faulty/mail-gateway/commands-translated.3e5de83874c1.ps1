# Purger les messages
# Purge the messages
#
# From faulty/mail-gateway/commands-translated.md, line 36. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. Ouvrez Gateway Shell.
#    Open the Gateway Shell.

# 2. Exécutez la commande suivante, où {votre URL} est l’adresse de votre page d’aide :
#    Run the following command, where {your URL} is the address of your help page:
# (Replace: {your URL})
Clear-FmgQuarantine -OlderThan 30 -SupportUrl "{your URL}"

# 3. Vérifiez le nombre de messages restants avec obtenir-FmgQuarantaine.
#    Check the number of remaining messages with Get-FmgQuarantine.
