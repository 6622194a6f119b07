using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Tests.Builders;
using PlanBot.Tests.Fakes;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Data.Repositories;

/// <summary>Tokens of other systems, their requests, and the outbox of what they are told.</summary>
public abstract class SystemRepositoryTests(TestDatabase store) : DatabaseTests(store)
{
    private static readonly DateTimeOffset Now = Ledgers.At("2020-04-07 09:00");

    [DatabaseFact]
    public async Task A_token_goes_with_its_limits_and_its_person()
    {
        var (tokens, people) = (new ApiTokenRepository(Database), new PersonRepository(Database, new StoppedClock(Now)));
        var token = await AddTokenAsync(new(ApiScopes.Read | ApiScopes.Manage, [Ledger.Plan.Id], [Ledger.Units[0].Id, Ledger.Units[1].Id]));

        Assert.Equivalent(token, await tokens.FindAsync(token.Id, None), strict: true);
        Assert.Equivalent(token.Access, (await people.FindAsync(token.PersonId, None))!.Access, strict: true);
        Assert.Null((await people.FindAsync(Ledger.Coordinator.Id, None))!.Access);
        await tokens.NoteUseAsync(token.Id, Now, None);
        await tokens.NoteUseAsync(token.Id, Now.AddMinutes(-5), None);
        Assert.Equal((true, false), (await tokens.RevokeAsync(token.Id, Now, None), await tokens.RevokeAsync(token.Id, Now.AddDays(1), None)));
        var kept = Assert.Single(await tokens.AllAsync(None));
        Assert.Equal((Now, Now, false), (kept.LastUsedAt, kept.RevokedAt, kept.IsGood(Now)));
        Assert.Equal(ApiScopes.None, (await people.FindAsync(token.PersonId, None))!.Access!.Scopes);
    }

    [DatabaseFact]
    public async Task A_request_is_begun_once_and_ends_with_its_answer()
    {
        var (requests, token) = (new ApiRequestRepository(Database), await AddTokenAsync(new(ApiScopes.Report, [], [])));
        Task<ApiRequestRow?> BeginAsync(char request, DateTimeOffset now) => requests.BeginAsync(token.Id, "k", new string(request, 64), now, now.AddMinutes(-1), None);

        Assert.Null(await BeginAsync('a', Now));
        Assert.Null((await BeginAsync('a', Now))!.Status);
        Assert.NotNull(await BeginAsync('b', Now.AddMinutes(2)));
        Assert.Null(await BeginAsync('a', Now.AddMinutes(2)));
        await requests.EndAsync(token.Id, "k", 201, "\"t\"", "{}", None);
        await requests.ForgetAsync(token.Id, "k", None);
        Assert.Equal((201, "\"t\"", "{}"), await BeginAsync('a', Now.AddHours(1)) is { } done ? (done.Status, done.Etag, done.Answer) : default);
        await requests.ForgetBeforeAsync(Now.AddMinutes(3), None);
        Assert.Null(await BeginAsync('b', Now.AddHours(1)));
    }

    [DatabaseFact]
    public async Task A_message_is_leased_by_one_node_and_what_became_of_it_is_counted()
    {
        var (webhooks, lease) = (new WebhookRepository(Database), TimeSpan.FromMinutes(5));
        var webhook = new Webhook { Id = Guid.CreateVersion7(), Url = "https://oa.example.gov.cn/", Secret = "whsec_AA==", Events = WebhookEvents.All, MadeAt = Now, OverdueUntil = Now };
        await webhooks.AddAsync(webhook, None);
        await webhooks.QueueAsync(Enumerable.Range(0, 4).Select(number => Message(webhook, Now.AddSeconds(number))), None);

        var first = await webhooks.LeaseDueAsync(Now.AddMinutes(1), lease, 3, None);
        var second = await webhooks.LeaseDueAsync(Now.AddMinutes(1), lease, 3, None);
        Assert.Equal((3, 1), (first.Count, second.Count));
        Assert.Empty(await webhooks.LeaseDueAsync(Now.AddMinutes(2), lease, 3, None));
        await webhooks.MarkDeliveredAsync(first[0].Id, Now, None);
        await webhooks.RetryAsync(first[1].Id, first[1].LeaseId!.Value, Now.AddHours(1), "503", None);
        await webhooks.GiveUpAsync(first[2].Id, first[2].LeaseId!.Value, Now, "500", None);
        await webhooks.GiveUpAsync(second[0].Id, first[0].LeaseId!.Value, Now, "another's", None);
        await webhooks.PutOffAsync(second[0].Id, second[0].LeaseId!.Value, Now.AddHours(2), None);

        var standing = Assert.Single(await webhooks.StandingAsync(None));
        Assert.Equal((2, 1, 1, first[1].MadeAt, "500"), (standing.Waiting, standing.Delivered, standing.GivenUp, standing.OldestWaiting, standing.Trouble));
        Assert.Equal([first[1].Id], (await webhooks.LeaseDueAsync(Now.AddHours(1), lease, 3, None)).Select(message => message.Id));
        Assert.Equal((true, false), (await webhooks.MoveOverdueAsync(webhook.Id, Now, Now.AddDays(1), None), await webhooks.MoveOverdueAsync(webhook.Id, Now, Now.AddDays(2), None)));
        Assert.Equal((true, false), (await webhooks.RemoveAsync(webhook.Id, Now, None), await webhooks.RemoveAsync(webhook.Id, Now, None)));
        Assert.Empty(await webhooks.AllAsync(None));
        await webhooks.ForgetEndedAsync(Now.AddSeconds(1), None);
        Assert.Empty(await webhooks.StandingAsync(None));
    }

    [DatabaseFact]
    public async Task Pages_of_what_is_owed_go_on_where_the_last_one_ended()
    {
        var (query, filter, due) = (new ApiQuery(Database), new OwedFilter(Ledger.Period.Id), Ledger.Period.DueAt);

        var first = await query.OwedAsync(filter, null, 3, None);
        var rest = await query.OwedAsync(filter, first[^1].AssignmentId, 3, None);
        Assert.Equal(Ledger.Assignments.Select(share => share.Id).Order(), first.Concat(rest).Select(row => row.AssignmentId));
        Assert.Equal(2, (await query.OwedAsync(filter with { TaskId = Ledger.Tasks[1].Id }, null, 9, None)).Count);
        Assert.Empty(await query.OwedAsync(filter with { MustCount = true }, null, 9, None));
        Assert.Empty(await query.OverdueAsync(filter, due.AddSeconds(-1), null, 9, None));
        var overdue = await query.OverdueAsync(filter, due, null, 2, None);
        var more = await query.OverdueAsync(filter, due, (overdue[^1].UnitId, overdue[^1].ObligationId), 9, None);
        Assert.Equal(Ledger.Obligations.Select(owed => owed.Id).Order(), overdue.Concat(more).Select(row => row.ObligationId).Order());
        Assert.Equal((5, 0), ((await query.FellDueAsync(Ledger.Period.Id, due.AddSeconds(-1), due, None)).Count, (await query.FellDueAsync(Ledger.Period.Id, due, due.AddDays(1), None)).Count));
        Assert.Equal([Ledger.Units[1].Id], (await query.UnitsAsync(Ledger.Plan.Id, [Ledger.Units[1].Id], null, 9, None)).Select(unit => unit.Id));
        Assert.Equal(2, (await query.AssignmentsAsync(Ledger.Plan.Id, [Ledger.Units[1].Id], null, 9, None)).Count);
    }

    private async Task<ApiToken> AddTokenAsync(ApiAccess access)
    {
        var token = new ApiToken
        {
            Id = Guid.CreateVersion7(), PersonId = Guid.CreateVersion7(), Name = "督查系统", SecretHash = new string('0', 64), Access = access, MadeAt = Now, ExpiresAt = Now.AddYears(1),
        };
        await new PersonRepository(Database, new StoppedClock(Now)).AddAsync(new() { Id = token.PersonId, Name = token.Name }, None);
        await new ApiTokenRepository(Database).AddAsync(token, None);
        return token;
    }

    private static WebhookMessage Message(Webhook webhook, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(), WebhookId = webhook.Id, Event = WebhookEvents.PeriodOpened, Body = "{}", MadeAt = at, State = WebhookMessageState.Queued, Tries = 0, NextAttemptAt = at,
    };
}
