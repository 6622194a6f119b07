using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Data.Sql;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>Tells the coordinators, wherever they are, that a channel's monthly quota is nearly used up.</summary>
public sealed class WarnOfQuota(IDatabase database, IPlanRepository plans, WriteLetter letters, IReminderSignal signal)
{
    public async Task RunAsync(ChannelUsage usage, CancellationToken cancellationToken)
    {
        // The outbox keeps its rows by plan and period; what is about neither stands with the first.
        if (await plans.AllAsync(cancellationToken) is not [var plan, ..])
            return;
        var body = new QuotaLetter(usage.Calls, usage.CallsPerMonth, usage.Messages, usage.MessagesPerMonth);
        await database.InTransactionAsync(
            async token => await letters.RunAsync(body, null, await letters.CoordinatorsAsync(token), plan.Id, plan.Reporting.FirstPeriod, ReminderKind.Letter, token), cancellationToken);
        await signal.SendSoonAsync(cancellationToken);
    }
}
