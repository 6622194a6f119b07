using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

/// <summary>What nodes share about a channel: messages that wait, the token, the quota, what was said today, cards.</summary>
public abstract class ChannelRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private static readonly DateTimeOffset Now = Ledgers.At("2020-04-01 09:00");

    [DatabaseFact]
    public async Task A_message_is_taken_once_and_its_proof_is_good_for_it_alone()
    {
        var inbox = new InboxRepository(Database);

        var first = await inbox.TakeAsync(Message("m1", "p1"), Now.AddMinutes(2), None);
        var again = await inbox.TakeAsync(Message("m1", "p2"), Now.AddMinutes(2), None);
        var other = await inbox.TakeAsync(Message("m2", "p1"), Now.AddMinutes(2), None);
        var without = new[] { await inbox.TakeAsync(Message("m3", null), Now, None), await inbox.TakeAsync(Message("m4", null), Now, None) };

        Assert.Equal((Taken.New, Taken.Again, Taken.ProofUsed), (first, again, other));
        Assert.Equal([Taken.New, Taken.New], without);
    }

    [DatabaseFact]
    public async Task What_a_node_leaves_is_leased_by_another_as_it_was_said_and_not_for_ever()
    {
        var inbox = new InboxRepository(Database);
        await inbox.TakeAsync(Message("late", null) with { SaidAt = Now.AddSeconds(2) }, Now.AddMinutes(2), None);
        await inbox.TakeAsync(Message("early", null), Now.AddMinutes(2), None);
        await inbox.TakeAsync(Message("done", null), Now.AddMinutes(2), None);
        await inbox.EndAsync("dingtalk", "done", None);

        var held = await inbox.LeaseAsync("dingtalk", Now.AddMinutes(1), Now.AddMinutes(3), 9, 3, None);
        var left = await inbox.LeaseAsync("dingtalk", Now.AddMinutes(3), Now.AddMinutes(5), 9, 3, None);
        var once = await inbox.LeaseAsync("dingtalk", Now.AddMinutes(4), Now.AddMinutes(6), 9, 3, None);
        var last = await inbox.LeaseAsync("dingtalk", Now.AddMinutes(6), Now.AddMinutes(8), 9, 3, None);
        var never = await inbox.LeaseAsync("dingtalk", Now.AddMinutes(9), Now.AddMinutes(11), 9, 3, None);

        Assert.Empty(held);
        Assert.Equal(["early", "late"], left.Select(message => message.MessageId));
        Assert.Equal((0, 2, 0), (once.Count, last.Count, never.Count));
    }

    [DatabaseFact]
    public async Task Words_of_what_was_tried_in_vain_are_forgotten_and_its_id_is_not()
    {
        var inbox = new InboxRepository(Database);
        await inbox.TakeAsync(Message("poison", null), Now, None);
        await inbox.TakeAsync(Message("fresh", null), Now.AddHours(3), None);
        await inbox.LeaseAsync("dingtalk", Now.AddMinutes(1), Now.AddMinutes(2), 9, 9, None);

        var early = await inbox.GiveUpAsync("dingtalk", Now, 2, None);
        var gone = await inbox.GiveUpAsync("dingtalk", Now.AddHours(1), 2, None);

        Assert.Equal((0, 1), (early, gone));
        Assert.Equal(Taken.Again, await inbox.TakeAsync(Message("poison", null), Now, None));
        Assert.Equal("fresh", Assert.Single(await inbox.LeaseAsync("dingtalk", Now.AddDays(1), Now.AddDays(2), 9, 9, None)).MessageId);
    }

    [DatabaseFact]
    public async Task Ids_are_forgotten_after_a_while_and_what_waits_is_not()
    {
        var inbox = new InboxRepository(Database);
        await inbox.TakeAsync(Message("done", null), Now, None);
        await inbox.TakeAsync(Message("waits", null), Now, None);
        await inbox.EndAsync("dingtalk", "done", None);

        await inbox.ForgetAsync(Now.AddDays(3), None);

        Assert.Equal(Taken.New, await inbox.TakeAsync(Message("done", null), Now, None));
        Assert.Equal(Taken.Again, await inbox.TakeAsync(Message("waits", null), Now, None));
    }

    [DatabaseFact]
    public async Task One_node_at_a_time_fetches_a_token_and_nobody_one_that_was_just_fetched()
    {
        var channels = new ChannelRepository(Database);

        var first = await channels.BeginFetchAsync("dingtalk", "app", null, Now, Now.AddSeconds(15), None);
        var rival = await channels.BeginFetchAsync("dingtalk", "app", null, Now.AddSeconds(1), Now.AddSeconds(16), None);
        await channels.EndFetchAsync("dingtalk", "app", new("t1", Now.AddHours(2)), None);
        var late = await channels.BeginFetchAsync("dingtalk", "app", null, Now.AddSeconds(2), Now.AddSeconds(17), None);
        var next = await channels.BeginFetchAsync("dingtalk", "app", "t1", Now.AddSeconds(3), Now.AddSeconds(18), None);
        var afterDeath = await channels.BeginFetchAsync("dingtalk", "app", "t1", Now.AddSeconds(20), Now.AddSeconds(35), None);
        await channels.EndFetchAsync("dingtalk", "app", null, None);

        Assert.Equal((true, false, false, true, true), (first, rival, late, next, afterDeath));
        Assert.Equal(new ChannelToken("t1", Now.AddHours(2)), await channels.TokenAsync("dingtalk", "app", None));
    }

    [DatabaseFact]
    public async Task Usage_adds_up_by_month_and_sayings_by_day()
    {
        var channels = new ChannelRepository(Database);
        await channels.CountAsync("dingtalk", new(2020, 4, 1), UsageKind.Calls, 3, None);
        await channels.CountAsync("dingtalk", new(2020, 4, 1), UsageKind.Calls, 4, None);
        foreach (var day in new[] { 1, 2, 2 })
            await channels.SayAsync("dingtalk", "staff", new(2020, 4, day), "h", None);

        Assert.Equal((7, 0, 0), (await channels.UsedAsync("dingtalk", new(2020, 4, 1), UsageKind.Calls, None), await channels.UsedAsync("dingtalk", new(2020, 4, 1), UsageKind.Messages, None), await channels.UsedAsync("dingtalk", new(2020, 5, 1), UsageKind.Calls, None)));
        Assert.Equal((1, 2, 0), (await channels.TimesSaidAsync("dingtalk", "staff", new(2020, 4, 1), "h", None), await channels.TimesSaidAsync("dingtalk", "staff", new(2020, 4, 2), "h", None), await channels.TimesSaidAsync("dingtalk", "other", new(2020, 4, 2), "h", None)));
    }

    [DatabaseFact]
    public async Task A_card_is_remembered_until_it_is_too_old()
    {
        var channels = new ChannelRepository(Database);
        await channels.ShowAsync("dingtalk", new("c1", "staff", "cid", "[]"), Now, Now.AddDays(-30), None);
        var found = await channels.CardAsync("dingtalk", "c1", None);
        await channels.ShowAsync("dingtalk", new("c2", "staff", "cid", "[]"), Now.AddDays(31), Now.AddDays(1), None);

        Assert.Equal("cid", found!.ConversationId);
        Assert.Null(await channels.CardAsync("dingtalk", "c1", None));
    }

    private static InboxMessage Message(string id, string? proof) => new("dingtalk", id, "cid", proof, Now, Now, "{}");
}
