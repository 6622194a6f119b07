namespace PlanBot.Dialogs.Understanding;

/// <summary>What an utterance is about; the names are those of <c>Rules/intents.txt</c>.</summary>
public enum Intent
{
    None = 0,

    // The conversation itself.
    Help, Cancel, Confirm, No, More, Greeting, Thanks, Fragment,

    /// <summary>The weather, the time of day: nothing that is known here.</summary>
    OffTopic,

    // A contact's own reports.
    MyTasks, MyReport, MyStatus, StartReport, Form, Nil, KeepDraft, ResumeDraft, EditReport, CarryOver,

    // Questions about a period.
    WhoOverdue, WhoMissing, WhoReported, AllIn, Rate, UnitStatus, ReadReport, DueDate,

    // Things done to the plan.
    Urge, Extend, Waive, Return, Accept, Broadcast, ChangeContact, Handover, NotOurs, Snooze, Export,
}
