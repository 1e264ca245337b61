# Configurer le relais
# Set up the relay
#
# From fr-FR/relay/set-up-a-relay.md, line 39. Written by diptych, which has not run it.
# Read each command, and replace what stands in <angle brackets>, before you run it.

# 1. Connectez-vous au premier serveur du pool.
#    Sign in to the first server of the pool.

# 2. Effectuez l’une des opérations suivantes :
#    Do one of the following:
# (Do one of the next 2. The code of all but the first is a comment.)

# 2.- Pour utiliser l’Assistant, sélectionnez Démarrer > Configuration du relais.
#     To use the wizard, select Start > Relay Setup.

# 2.- Pour utiliser l’interpréteur de commandes, tapez la commande suivante :
#     To use the shell, type the following command:
# New-FabRelay -Identity <RelayName> -Pool "pool01.contoso.com" -Port 5071
# NOTE: L’Assistant demande un redémarrage, pas l’interpréteur de commandes.
# IMPORTANT: Ne fermez pas la fenêtre avant la fin de la configuration.
# [image] La fenêtre de configuration media/relay-setup.png

# 3. Vérifiez l’état du relais :
#    Check the state of the relay:
Get-FabRelay -Identity <RelayName> | Format-List Name, State
#
# Name  : Branch01
# State : Running

# 4. Sélectionnez Terminer.
#    Select Finish.
