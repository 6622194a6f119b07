using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.Dialogs.Answers;

/// <summary>Why reports were sent back, as the audit has it.</summary>
public sealed class ReturnReasons(IAuditRepository audit)
{
    private static readonly string[] Actions = [Rulings.ActionOf(RulingKind.Return), "give-reason"];

    /// <returns>Number of the task, the reason, and the day by which it is wanted, for every row that stands returned with a reason.</returns>
    public async Task<IReadOnlyList<(int Task, string Reason, DateOnly DueOn)>> OfAsync(IReadOnlyList<LedgerRow> rows, CancellationToken cancellationToken)
    {
        var reasons = new List<(int, string, DateOnly)>();
        foreach (var row in rows.Where(row => row.State == ObligationState.Returned))
        {
            var records = await audit.OfAsync(row.ObligationId, cancellationToken);
            if (records.Where(record => Actions.Contains(record.Action)).OrderBy(record => record.At).Select(ReasonOf).LastOrDefault(reason => reason is not null) is { } told)
                reasons.Add((row.UnitTaskOrdinal, told, row.DueOn));
        }
        return reasons;
    }

    private static string? ReasonOf(AuditRecord record)
    {
        using var after = JsonDocument.Parse(record.After ?? "{}");
        return after.RootElement.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String ? reason.GetString() : null;
    }
}
