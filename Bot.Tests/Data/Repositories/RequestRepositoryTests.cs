using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

/// <summary>Requests, letters in the outbox, and the wish to be left alone.</summary>
public abstract class RequestRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private static readonly DateTimeOffset Noon = Ledgers.At("2020-04-02 12:00");

    [DatabaseFact]
    public async Task Requests_are_numbered_in_the_order_in_which_they_are_made()
    {
        var requests = new RequestRepository(Database);

        Assert.Equal(1, await requests.AddAsync(Asked(), None));
        Assert.Equal(2, await requests.AddAsync(Asked() with { PersonId = null, UserId = "29:x", Kind = RequestKind.Claim }, None));

        Assert.Equal([1, 2], (await requests.OpenAsync(None)).Select(request => request.Number));
        Assert.Equal(RequestKind.Claim, (await requests.FindAsync(2, None))!.Kind);
        Assert.Null(await requests.FindAsync(3, None));
    }

    [DatabaseFact]
    public async Task Requests_made_at_once_each_get_a_number_of_their_own()
    {
        var requests = new RequestRepository(Database);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => requests.AddAsync(Asked(), None)));

        Assert.Equal(Enumerable.Range(1, 8), numbers.Order());
    }

    [DatabaseFact]
    public async Task Only_the_first_decision_counts()
    {
        var requests = new RequestRepository(Database);
        var number = await requests.AddAsync(Asked(), None);

        Assert.True(await requests.SettleAsync(number, RequestState.Granted, Ledger.Coordinator.Id, Noon, None));
        Assert.False(await requests.SettleAsync(number, RequestState.Declined, Ledger.Coordinator.Id, Noon.AddHours(1), None));

        var settled = await requests.FindAsync(number, None);
        Assert.Equal((RequestState.Granted, Ledger.Coordinator.Id, Noon), (settled!.State, settled.DecidedBy, settled.DecidedAt));
        Assert.Empty(await requests.OpenAsync(None));
        Assert.False(await requests.ReopenAsync(number, RequestState.Declined, None)); // it was granted
        Assert.True(await requests.ReopenAsync(number, RequestState.Granted, None));
        Assert.False(await requests.ReopenAsync(number, RequestState.Granted, None));
        Assert.Null((await requests.FindAsync(number, None))!.DecidedAt);
    }

    [DatabaseFact]
    public async Task A_letter_is_recalled_from_those_whom_it_has_not_reached()
    {
        var outbox = new ReminderRepository(Database);
        var letter = new Letter(Guid.CreateVersion7(), Ledger.Coordinator.Id, """{"kind":"ruling"}""", Noon);
        await new LetterRepository(Database).AddAsync(letter, None);
        await outbox.QueueAsync([Row(letter, 1), Row(letter, 2)], None);
        var taken = Assert.Single(await outbox.LeaseDueAsync(Noon, TimeSpan.FromMinutes(5), 1, None));
        await outbox.MarkSentAsync([new(taken.MessageId, taken.LeaseId!.Value, "directline")], Noon, None);

        var recalled = await outbox.RecallLetterAsync(letter.Id, "undone", None);

        Assert.Equal((1, 1), recalled);
        Assert.Equal(letter, await new LetterRepository(Database).FindAsync(letter.Id, None));
        Assert.Empty(await outbox.LeaseDueAsync(Noon.AddDays(1), TimeSpan.FromMinutes(5), 9, None));
    }

    [DatabaseFact]
    public async Task A_later_wish_to_be_left_alone_takes_the_place_of_the_one_before()
    {
        var (snoozes, person) = (new SnoozeRepository(Database), Ledger.ContactOf(1).Id);
        await snoozes.SetAsync(person, Noon.AddHours(4), Noon, None);
        await snoozes.SetAsync(person, Noon.AddHours(2), Noon, None);

        Assert.Equal(Noon.AddHours(2), await snoozes.UntilAsync(person, Noon, None));
        Assert.Null(await snoozes.UntilAsync(person, Noon.AddHours(2), None));
        Assert.Equal([person], await snoozes.SnoozedAsync([person, Ledger.ContactOf(2).Id], Noon, None));
        Assert.Empty(await snoozes.SnoozedAsync([person], Noon.AddHours(2), None));
        Assert.Empty(await snoozes.SnoozedAsync([Ledger.ContactOf(2).Id], Noon, None));

        await snoozes.EndAsync(person, None);
        Assert.Null(await snoozes.UntilAsync(person, Noon, None));
    }

    [DatabaseFact]
    public async Task Extensions_are_kept_with_who_granted_them_and_why()
    {
        var obligations = new ObligationRepository(Database);
        var extension = new Extension
        {
            Id = Guid.CreateVersion7(), ObligationId = Ledger.Obligations[0].Id, OldDueOn = new(2020, 4, 3), NewDueOn = new(2020, 4, 8), GrantedBy = Ledger.Coordinator.Id, Reason = "等数据", GrantedAt = Noon,
        };

        await obligations.AddExtensionAsync(extension, None);

        Assert.Equal([extension], await obligations.ExtensionsAsync(extension.ObligationId, None));
        Assert.Equal(2, (await obligations.FindAsync([Ledger.Obligations[0].Id, Ledger.Obligations[1].Id, Guid.CreateVersion7()], None)).Count);
    }

    private Request Asked() => new()
    {
        Id = Guid.CreateVersion7(), Number = 0, Kind = RequestKind.Extension, State = RequestState.Open, PersonId = Ledger.ContactOf(1).Id, Channel = "directline",
        PlanId = Ledger.Plan.Id, UnitId = Ledger.Units[0].Id, Body = "{}", MadeAt = Noon,
    };

    private Reminder Row(Letter letter, int unit) => new()
    {
        Id = Guid.CreateVersion7(), MessageId = Guid.CreateVersion7(), PersonId = Ledger.ContactOf(unit).Id, PlanId = Ledger.Plan.Id, Period = Ledger.Period.Period, Step = $"letter:{letter.Id:N}", Round = 0,
        Kind = ReminderKind.Letter, LetterId = letter.Id, DueAt = Noon, State = ReminderState.Queued, Attempts = 0, NextAttemptAt = Noon,
    };
}
