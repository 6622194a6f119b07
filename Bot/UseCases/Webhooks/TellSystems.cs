using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;

namespace PlanBot.UseCases.Webhooks;

/// <summary>Writes what happened for the webhooks that want it, in the transaction in which it happens: told and kept, or neither.</summary>
/// <remarks>A message says what happened and to what, never what somebody wrote: whoever may read that fetches it.</remarks>
public sealed class TellSystems(IDatabase database, WebhookRepository webhooks, ApiQuery query, TimeProvider clock, [FromKeyedServices("wall")] TimeProvider wall)
{
    /// <summary>By the plans' clock.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="obligation">As it is now.</param>
    public async Task ReportAsync(WebhookEvents what, Obligation obligation, PlanPeriod period, CancellationToken cancellationToken)
    {
        if (await WhoWantsAsync(what, period.PlanId, cancellationToken) is not { Count: > 0 } wanted || await query.FindAsync(obligation.Id, cancellationToken) is not { } row)
            return;
        await QueueAsync(wanted, what, [About(period, row)], cancellationToken);
    }

    public async Task PeriodAsync(WebhookEvents what, PlanPeriod period, CancellationToken cancellationToken)
    {
        if (await WhoWantsAsync(what, period.PlanId, cancellationToken) is { Count: > 0 } wanted)
            await QueueAsync(wanted, what, [new { planId = period.PlanId, period = period.Period.ToString(), dueOn = period.DueOn, provisional = period.IsProvisional }], cancellationToken);
    }

    public async Task PlanAsync(Plan plan, CancellationToken cancellationToken)
    {
        if (await WhoWantsAsync(WebhookEvents.PlanImported, plan.Id, cancellationToken) is { Count: > 0 } wanted)
            await QueueAsync(wanted, WebhookEvents.PlanImported, [new { planId = plan.Id, title = plan.Title }], cancellationToken);
    }

    /// <summary>Tells each webhook what has become overdue since it was last told. Safe on several nodes: who moves the mark tells.</summary>
    public async Task OverdueAsync(CancellationToken cancellationToken)
    {
        foreach (var webhook in (await webhooks.AllAsync(cancellationToken)).Where(one => one.Events.HasFlag(WebhookEvents.ObligationOverdue)))
            await database.InTransactionAsync(token => OverdueAsync(webhook, token), cancellationToken);
    }

    /// <summary>What is overdue from the moment on that it is owed, or again after a decision was taken back: the look at due days has passed those already. Where it has not, that look will tell.</summary>
    /// <param name="obligationIds">Null for all of the period.</param>
    public async Task OverdueAtOnceAsync(PlanPeriod period, IReadOnlyCollection<Guid>? obligationIds, CancellationToken cancellationToken)
    {
        foreach (var webhook in await WhoWantsAsync(WebhookEvents.ObligationOverdue, period.PlanId, cancellationToken))
        {
            var rows = await query.FellDueAsync(period.Id, DateTimeOffset.UnixEpoch, webhook.OverdueUntil, cancellationToken);
            await QueueAsync([webhook], WebhookEvents.ObligationOverdue, [.. rows.Where(row => obligationIds?.Contains(row.ObligationId) != false).Select(row => About(period, row))], cancellationToken);
        }
    }

    private async Task OverdueAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - webhook.OverdueUntil < BetweenLooks || !await webhooks.MoveOverdueAsync(webhook.Id, webhook.OverdueUntil, now, cancellationToken))
            return;
        foreach (var period in await query.DuePeriodsAsync(webhook.PlanId, now, cancellationToken))
        {
            var rows = await query.FellDueAsync(period.Id, webhook.OverdueUntil, now, cancellationToken);
            await QueueAsync([webhook], WebhookEvents.ObligationOverdue, [.. rows.Select(row => About(period, row))], cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Webhook>> WhoWantsAsync(WebhookEvents what, Guid planId, CancellationToken cancellationToken) =>
        [.. (await webhooks.AllAsync(cancellationToken)).Where(one => one.Events.HasFlag(what) && (one.PlanId is null || one.PlanId == planId))];

    private Task<int> QueueAsync(IReadOnlyList<Webhook> wanted, WebhookEvents what, IReadOnlyList<object> data, CancellationToken cancellationToken)
    {
        var (now, at) = (wall.GetUtcNow(), clock.GetUtcNow());
        return webhooks.QueueAsync(
            from one in data
            let body = JsonSerializer.Serialize(new { type = WebhookNames.Of(what), timestamp = at, data = one }, Json)
            from webhook in wanted
            select new WebhookMessage
            {
                Id = Guid.CreateVersion7(now), WebhookId = webhook.Id, Event = what, Body = body, MadeAt = now, State = WebhookMessageState.Queued, Tries = 0, NextAttemptAt = now,
            },
            cancellationToken);
    }

    private static object About(PlanPeriod period, OwedRow row) => new
    {
        obligationId = row.ObligationId, planId = period.PlanId, period = period.Period.ToString(), unitId = row.UnitId, unit = row.UnitName, taskId = row.TaskId, task = row.TaskTitle,
        state = Camel(row.State), version = row.Version, dueOn = row.DueOn,
    };

    private static string Camel(ObligationState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
