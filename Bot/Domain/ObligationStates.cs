using PlanBot.Data.Model;

namespace PlanBot.Domain;

/// <summary>What may happen to an obligation, and what it is afterwards. Who may do it is not decided here.</summary>
public static class ObligationStates
{
    /// <summary>Years ahead to which a due date can be moved.</summary>
    public const int FarthestYears = 2;

    /// <summary>A report, or a correction of one. What was never reported, or was returned, can be reported at any time; what was submitted changes only while the period is open.</summary>
    /// <param name="needsSignOff">The plan asks for the unit leader's sign-off.</param>
    public static StateChange Submit(Obligation obligation, bool periodIsClosed, bool needsSignOff, DateTimeOffset now) => obligation.State switch
    {
        ObligationState.Waived => new StateChange.Refused(StateRefusal.Waived),
        ObligationState.Accepted => new StateChange.Refused(StateRefusal.Accepted),
        ObligationState.Submitted or ObligationState.AwaitingSignOff when periodIsClosed => new StateChange.Refused(StateRefusal.PeriodClosed),
        _ => new StateChange.Allowed(obligation with
        {
            State = needsSignOff ? ObligationState.AwaitingSignOff : ObligationState.Submitted,
            Version = obligation.Version + 1,
            // The round's first version decides whether the report was late; a correction keeps its time.
            SubmittedAt = obligation.SubmittedAt ?? now,
        }),
    };

    /// <summary>A draft beside a report that was submitted or returned leaves the state as it is: it must not make the report look open, nor hide the return.</summary>
    public static StateChange SaveDraft(Obligation obligation, bool periodIsClosed) => obligation.State switch
    {
        ObligationState.Waived => new StateChange.Refused(StateRefusal.Waived),
        ObligationState.Accepted => new StateChange.Refused(StateRefusal.Accepted),
        ObligationState.Submitted or ObligationState.AwaitingSignOff when periodIsClosed => new StateChange.Refused(StateRefusal.PeriodClosed),
        ObligationState.Pending => new StateChange.Allowed(obligation with { State = ObligationState.Draft }),
        _ => new StateChange.Allowed(obligation),
    };

    /// <summary>The draft is thrown away.</summary>
    public static StateChange DiscardDraft(Obligation obligation) =>
        new StateChange.Allowed(obligation.State == ObligationState.Draft ? obligation with { State = ObligationState.Pending } : obligation);

    /// <summary>撤回: the contact takes a report back before it is due. It is owed again; what was submitted goes on as a draft, and its version stays.</summary>
    public static StateChange Withdraw(Obligation obligation, DateTimeOffset now) => obligation.State switch
    {
        ObligationState.Submitted or ObligationState.AwaitingSignOff => now < obligation.DueAt
            ? new StateChange.Allowed(obligation with { State = ObligationState.Draft, SubmittedAt = null })
            : new StateChange.Refused(StateRefusal.DuePassed),
        _ => new StateChange.Refused(WhyNotReviewed(obligation)!.Value),
    };

    /// <summary>The unit's leader has agreed.</summary>
    public static StateChange SignOff(Obligation obligation) => obligation.State switch
    {
        ObligationState.AwaitingSignOff => new StateChange.Allowed(obligation with { State = ObligationState.Submitted }),
        _ => new StateChange.Refused(WhyNotReviewed(obligation) ?? StateRefusal.AlreadySubmitted),
    };

    public static StateChange Accept(Obligation obligation) => obligation.State switch
    {
        ObligationState.Submitted => new StateChange.Allowed(obligation with { State = ObligationState.Accepted }),
        ObligationState.AwaitingSignOff => new StateChange.Refused(StateRefusal.AwaitsSignOff),
        _ => new StateChange.Refused(WhyNotReviewed(obligation) ?? StateRefusal.AlreadySubmitted),
    };

    /// <summary>Back to the contact (退回), closed period or not; opens a new round with its own due date.</summary>
    /// <param name="dueAt">First instant at which the new report is late.</param>
    public static StateChange Return(Obligation obligation, DateOnly dueOn, DateTimeOffset dueAt, DateTimeOffset now) => obligation.State switch
    {
        ObligationState.Submitted or ObligationState.AwaitingSignOff or ObligationState.Accepted => dueAt <= now
            ? new StateChange.Refused(StateRefusal.DueInPast)
            : dueAt > now.AddYears(FarthestYears) ? new StateChange.Refused(StateRefusal.TooFar)
            : new StateChange.Allowed(obligation with
            {
                State = ObligationState.Returned, DueOn = dueOn, DueAt = dueAt, Round = obligation.Round + 1, SubmittedAt = null,
            }),
        _ => new StateChange.Refused(WhyNotReviewed(obligation)!.Value),
    };

    /// <summary>免报: nothing is owed any more.</summary>
    public static StateChange Waive(Obligation obligation) => obligation switch
    {
        { IsOpen: true } => new StateChange.Allowed(obligation with { State = ObligationState.Waived }),
        { State: ObligationState.Waived } => new StateChange.Refused(StateRefusal.Waived),
        _ => new StateChange.Refused(StateRefusal.AlreadySubmitted),
    };

    /// <summary>延期: a later due date; opens a new round.</summary>
    public static StateChange Extend(Obligation obligation, DateOnly dueOn, DateTimeOffset dueAt, DateTimeOffset now) => obligation switch
    {
        { State: ObligationState.Waived } => new StateChange.Refused(StateRefusal.Waived),
        { IsOpen: false } => new StateChange.Refused(StateRefusal.AlreadySubmitted),
        _ when dueOn <= obligation.DueOn => new StateChange.Refused(StateRefusal.NotLater),
        _ when dueAt <= now => new StateChange.Refused(StateRefusal.DueInPast),
        _ when dueAt > now.AddYears(FarthestYears) => new StateChange.Refused(StateRefusal.TooFar),
        _ => new StateChange.Allowed(obligation with { DueOn = dueOn, DueAt = dueAt, Round = obligation.Round + 1 }),
    };

    private static StateRefusal? WhyNotReviewed(Obligation obligation) => obligation.State switch
    {
        ObligationState.Pending or ObligationState.Draft => StateRefusal.NothingSubmitted,
        ObligationState.Returned => StateRefusal.AlreadyReturned,
        ObligationState.Accepted => StateRefusal.Accepted,
        ObligationState.Waived => StateRefusal.Waived,
        _ => null,
    };
}

/// <summary>What became of a wish to change an obligation.</summary>
public abstract record StateChange
{
    /// <param name="After">To be saved; equal to the obligation before where nothing needed to change.</param>
    public sealed record Allowed(Obligation After) : StateChange;

    public sealed record Refused(StateRefusal Reason) : StateChange;
}

public enum StateRefusal
{
    /// <summary>The period has closed: what was submitted changes only when it is returned.</summary>
    PeriodClosed = 1,

    Accepted = 2,
    Waived = 3,
    NothingSubmitted = 4,
    AlreadySubmitted = 5,
    AlreadyReturned = 6,
    AwaitsSignOff = 7,

    /// <summary>The new due date has passed already.</summary>
    DueInPast = 8,

    /// <summary>An extension must move the due date to a later day.</summary>
    NotLater = 9,

    /// <summary>The due date has passed: a report is taken back before it only.</summary>
    DuePassed = 10,

    /// <summary>The new due date is more than <see cref="ObligationStates.FarthestYears"/> years away; most likely a slip.</summary>
    TooFar = 11,
}
