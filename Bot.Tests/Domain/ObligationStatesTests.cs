using PlanBot.Data.Model;
using PlanBot.Domain;
using static PlanBot.Data.Model.ObligationState;

namespace PlanBot.Tests.Domain;

public sealed class ObligationStatesTests
{
    private static readonly DateTimeOffset Due = new(2020, 4, 3, 16, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Due.AddDays(-1);
    private static readonly DateOnly LaterDay = new(2020, 4, 10);
    private static readonly DateTimeOffset Later = new(2020, 4, 10, 16, 0, 0, TimeSpan.Zero);

    /// <summary>Every action on every state; open means the period is.</summary>
    [Theory]
    [InlineData(Pending, "submit", "Submitted")]
    [InlineData(Pending, "submit, closed", "Submitted")] // what was never reported can still be, marked late
    [InlineData(Pending, "submit, sign-off", "AwaitingSignOff")]
    [InlineData(Pending, "draft", "Draft")]
    [InlineData(Pending, "discard", "Pending")]
    [InlineData(Pending, "sign off", "NothingSubmitted")]
    [InlineData(Pending, "accept", "NothingSubmitted")]
    [InlineData(Pending, "return", "NothingSubmitted")]
    [InlineData(Pending, "waive", "Waived")]
    [InlineData(Pending, "extend", "Pending")]
    [InlineData(Draft, "submit", "Submitted")]
    [InlineData(Draft, "submit, closed", "Submitted")]
    [InlineData(Draft, "draft", "Draft")]
    [InlineData(Draft, "discard", "Pending")]
    [InlineData(Draft, "accept", "NothingSubmitted")] // a draft is not a report
    [InlineData(Draft, "return", "NothingSubmitted")]
    [InlineData(Draft, "waive", "Waived")]
    [InlineData(Draft, "extend", "Draft")]
    [InlineData(AwaitingSignOff, "submit", "Submitted")]
    [InlineData(AwaitingSignOff, "submit, closed", "PeriodClosed")]
    [InlineData(AwaitingSignOff, "draft", "AwaitingSignOff")]
    [InlineData(AwaitingSignOff, "sign off", "Submitted")]
    [InlineData(AwaitingSignOff, "accept", "AwaitsSignOff")]
    [InlineData(AwaitingSignOff, "return", "Returned")]
    [InlineData(AwaitingSignOff, "waive", "AlreadySubmitted")]
    [InlineData(AwaitingSignOff, "extend", "AlreadySubmitted")]
    [InlineData(Submitted, "submit", "Submitted")]
    [InlineData(Submitted, "submit, closed", "PeriodClosed")]
    [InlineData(Submitted, "submit, sign-off", "AwaitingSignOff")] // the leader signs what counts
    [InlineData(Submitted, "draft", "Submitted")] // it must not look open again
    [InlineData(Submitted, "draft, closed", "PeriodClosed")]
    [InlineData(Submitted, "discard", "Submitted")]
    [InlineData(Submitted, "sign off", "AlreadySubmitted")]
    [InlineData(Submitted, "accept", "Accepted")]
    [InlineData(Submitted, "return", "Returned")]
    [InlineData(Submitted, "waive", "AlreadySubmitted")]
    [InlineData(Submitted, "extend", "AlreadySubmitted")]
    [InlineData(Accepted, "submit", "Accepted!")]
    [InlineData(Accepted, "draft", "Accepted!")]
    [InlineData(Accepted, "accept", "Accepted!")]
    [InlineData(Accepted, "sign off", "Accepted!")]
    [InlineData(Accepted, "return", "Returned")]
    [InlineData(Accepted, "waive", "AlreadySubmitted")]
    [InlineData(Accepted, "extend", "AlreadySubmitted")]
    [InlineData(Returned, "submit", "Submitted")]
    [InlineData(Returned, "submit, closed", "Submitted")] // a return opens it, whatever the period
    [InlineData(Returned, "draft", "Returned")] // the return stays visible
    [InlineData(Returned, "draft, closed", "Returned")]
    [InlineData(Returned, "discard", "Returned")]
    [InlineData(Returned, "accept", "AlreadyReturned")]
    [InlineData(Returned, "return", "AlreadyReturned")]
    [InlineData(Returned, "waive", "Waived")]
    [InlineData(Returned, "extend", "Returned")]
    [InlineData(Waived, "submit", "Waived!")]
    [InlineData(Waived, "draft", "Waived!")]
    [InlineData(Waived, "accept", "Waived!")]
    [InlineData(Waived, "return", "Waived!")]
    [InlineData(Waived, "waive", "Waived!")]
    [InlineData(Waived, "extend", "Waived!")]
    public void Every_state_allows_what_it_should_and_says_why_not(ObligationState state, string action, string expected)
    {
        var before = In(state);

        var change = Do(action, before);

        Assert.Equal(expected, change switch
        {
            StateChange.Allowed(var after) => after.State.ToString(),
            // the mark tells a refusal from a state of the same name
            StateChange.Refused(StateRefusal.Accepted or StateRefusal.Waived) refused => $"{refused.Reason}!",
            StateChange.Refused(var reason) => reason.ToString(),
            _ => "",
        });
    }

    [Fact]
    public void The_first_version_of_a_round_decides_whether_it_was_late()
    {
        var first = Allowed(ObligationStates.Submit(In(Pending), periodIsClosed: false, needsSignOff: false, Due.AddTicks(-1)));
        var corrected = Allowed(ObligationStates.Submit(first, periodIsClosed: false, needsSignOff: false, Due.AddDays(2)));

        Assert.Equal((1, 2), (first.Version, corrected.Version));
        Assert.False(corrected.IsLate);
        Assert.True(Allowed(ObligationStates.Submit(In(Pending), periodIsClosed: true, needsSignOff: false, Due)).IsLate);
    }

    [Fact]
    public void Return_reopens_the_obligation_with_a_new_due_date()
    {
        var returned = Allowed(ObligationStates.Return(In(Submitted), LaterDay, Later, Now));
        var again = Allowed(ObligationStates.Submit(returned, periodIsClosed: true, needsSignOff: false, Later.AddDays(1)));

        Assert.Equal((1, LaterDay, Later, 1), (returned.Round, returned.DueOn, returned.DueAt, returned.Version));
        Assert.True(returned.IsOpen);
        Assert.True(again.IsLate); // measured against the new date
        Assert.Equal(2, again.Version);
    }

    [Fact]
    public void Extension_moves_the_due_date_and_opens_a_round()
    {
        var extended = Allowed(ObligationStates.Extend(In(Pending), LaterDay, Later, Now));

        Assert.Equal((1, LaterDay, Later), (extended.Round, extended.DueOn, extended.DueAt));
    }

    [Fact]
    public void A_new_due_date_must_lie_ahead()
    {
        Assert.Equal(new StateChange.Refused(StateRefusal.NotLater), ObligationStates.Extend(In(Pending), new(2020, 4, 3), Due, Now));
        Assert.Equal(new StateChange.Refused(StateRefusal.DueInPast), ObligationStates.Extend(In(Pending), LaterDay, Later, Later));
        Assert.Equal(new StateChange.Refused(StateRefusal.DueInPast), ObligationStates.Return(In(Submitted), LaterDay, Later, Later));
        Assert.Equal(new StateChange.Refused(StateRefusal.TooFar), ObligationStates.Extend(In(Pending), new(2022, 4, 8), Now.AddYears(2).AddDays(8), Now));
        Assert.Equal(new StateChange.Refused(StateRefusal.TooFar), ObligationStates.Return(In(Submitted), new(9999, 12, 31), DateTimeOffset.MaxValue, Now));
    }

    private static StateChange Do(string action, Obligation before) => action switch
    {
        "submit" => ObligationStates.Submit(before, periodIsClosed: false, needsSignOff: false, Now),
        "submit, closed" => ObligationStates.Submit(before, periodIsClosed: true, needsSignOff: false, Now),
        "submit, sign-off" => ObligationStates.Submit(before, periodIsClosed: false, needsSignOff: true, Now),
        "draft" => ObligationStates.SaveDraft(before, periodIsClosed: false),
        "draft, closed" => ObligationStates.SaveDraft(before, periodIsClosed: true),
        "discard" => ObligationStates.DiscardDraft(before),
        "sign off" => ObligationStates.SignOff(before),
        "accept" => ObligationStates.Accept(before),
        "return" => ObligationStates.Return(before, LaterDay, Later, Now),
        "waive" => ObligationStates.Waive(before),
        "extend" => ObligationStates.Extend(before, LaterDay, Later, Now),
        _ => throw new ArgumentException(action),
    };

    private static Obligation Allowed(StateChange change) => Assert.IsType<StateChange.Allowed>(change).After;

    private static Obligation In(ObligationState state)
    {
        var isReported = state is AwaitingSignOff or Submitted or Accepted;
        return new()
        {
            Id = Guid.CreateVersion7(), PeriodId = Guid.Empty, AssignmentId = Guid.Empty, TaskId = Guid.Empty, UnitId = Guid.Empty, State = state,
            DueOn = new(2020, 4, 3), DueAt = Due, Round = 0, Version = isReported || state == Returned ? 1 : 0, SubmittedAt = isReported ? Now.AddHours(-1) : null,
        };
    }
}
