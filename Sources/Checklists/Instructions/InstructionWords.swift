/// The words by which instructions are detected.
extension InstructionDetector {
    /// Verbs that begin an instruction in documentation.
    static let verbs = Word.set(
        """
        accept acquire activate adapt add adjust advise agree align allocate allow analyze announce answer append
        apply approve archive arrange ask assess assign associate attach authorize avoid be begin bind block bookmark
        boot bring browse build buy calculate cancel capture categorize change check choose clarify clean clear click
        clone close collapse collect combine come communicate compare compile complete compose compute conduct configure
        confirm connect consider consult contact continue convert coordinate copy count create customize cut
        deactivate debug decide declare decommission decompress decrease dedicate define deinitialize delegate delete
        deliver demote deploy describe deselect detach detect determine develop disable discard disconnect discuss divide
        dismiss dismount distribute do don don't double-check double-click download drag draw drill drive drop edit educate
        eject eliminate embed employ enable encourage encrypt end enforce engage enlist enroll ensure enter establish
        evaluate examine exclude execute exit expand experiment explain explore export expose extend extract fill
        finalize find finish fix follow force forward gather generate get give go grant handle help hide highlight
        hover identify ignore implement import improve include increase indicate inform initialize initiate inject insert
        inspect install instantiate instruct integrate introduce investigate invite invoke join keep launch learn leave let
        leverage locate lock log look maintain make manage manipulate mark measure merge migrate minimize modify
        monitor mount move multiply navigate notify observe obtain onboard open optimize organize override pair paste
        pause perform pick plug populate prepare press prevent preview prioritize proceed promote prompt propose
        protect prove provide provision publish pull purchase push put query quit raise re-enter re-run read reassign reboot
        rebuild recall receive recommend reconcile reconfigure reconnect recover recreate redeploy redirect reduce refer refine
        refresh register reinstall release reload relocate remember remind remove rename render reopen repair repeat
        replace replicate reproduce rerun reserve reset resize resolve restart restore restrict resume retain retest
        retire retrieve retry redeem reuse revert review revise revoke right-click right-tap roll rotate run save schedule
        scroll secure select send separate serve set share shrink shut sign simplify skip slide solve sort spawn specify
        split start stay stop store streamline strengthen submit subscribe subtract sum summarize supply suspend swap switch sync
        synchronize tag tailor take tap target tell think tick toggle train transfer translate troubleshoot try tune turn type
        unassign unblock uncheck uncompress understand undo uninitialize uninstall unload unlock unmount unpack unplug
        unregister unselect unset untag unzip update upgrade upload use utilize validate verify view visit wait walk
        watch work wrap write zip zoom
        """)

    /// Words that are as often nouns as verbs. Before one of ``wordsAfterVerb`` they are verbs.
    static let nounsOrVerbs = Word.set(
        """
        access address audit back backup call control correct design dial display document email empty estimate
        exchange file filter focus format free function grid group guide hold host index issue label limit link list listen
        load lower map match name note number object order page pass pin place plan play point policy port post print
        process program project queue record report request research return route scan script search sequence show
        state support table test thank trace track trigger trust value voice
        """)

    /// Words that often follow a verb and seldom follow a noun.
    static let wordsAfterVerb = Word.set(
        """
        a about all an and another any as at back both down each either every everyone following for from how if in into
        it its off on one only or out over some that the their them these this those through to up us users what when
        where whether which who with you your yourself
        """)

    /// Words that begin a phrase before the instruction: "On the **Users** page, click …".
    static let openers = Word.set(
        """
        after again another as at because before between by depending during for from given if in inside next once on
        otherwise since though to under unless until upon using when where while with within without
        """)

    /// Words before the verb that say in which order or how often to act.
    static let skippedWords = Word.set(
        """
        also always and but carefully either finally first fully instead just last lastly manually never next now only
        optional optionally or please quickly recommended simply so second then therefore third
        """)

    /// Verbs for actions in a user interface. They have hardly any other meaning in documentation.
    static let interfaceVerbs = Word.set(
        "click double-click right-click select choose tap press type enter expand navigate follow")

    /// Words before "click" and "tap".
    static let clicks = Word.set("double left right")

    /// Words after which a verb is no instruction: "you can select", "which users select".
    static let subjects = Word.set(
        """
        a an and are be can could do does i is may might or that the they this to user users we which who will would you
        your
        """)

    /// Words of duty: "you must", "you'll need to", "we recommend".
    static let obligations = Word.set("must should need needs ought ll recommend")

    /// Words that may come between "you" and the verb of an obligation.
    static let auxiliaries = Word.set("will would might may you'll that we you first then also")
}
