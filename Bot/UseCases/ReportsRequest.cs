using System.Text.Encodings.Web;
using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>The body of a <see cref="Request"/> about reports: an extension, or a task that is another unit's.</summary>
/// <param name="Until">The due day asked for; null in a "not ours".</param>
/// <param name="Text">In the asker's own words.</param>
public sealed record ReportsRequest(IReadOnlyList<Guid> ObligationIds, DateOnly? Until, string? Text)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static ReportsRequest Read(string body) => JsonSerializer.Deserialize<ReportsRequest>(body, Json)!;
}

/// <summary>Finds what a request about reports is about, as it stands now.</summary>
public sealed class RequestedReports(IObligationRepository obligations, IPeriodRepository periods, ILedgerQuery ledger)
{
    /// <returns>Of one unit and period, by task; null when none of them is there any more.</returns>
    public async Task<(PlanPeriod Period, IReadOnlyList<LedgerRow> Rows)?> OfAsync(Request request, CancellationToken cancellationToken)
    {
        var ids = ReportsRequest.Read(request.Body).ObligationIds;
        if (await obligations.FindAsync(ids, cancellationToken) is not [var first, ..] || await periods.FindAsync(first.PeriodId, cancellationToken) is not { } period)
            return null;
        return (period, (await ledger.OfPeriodAsync(period.Id, first.UnitId, cancellationToken)).Where(row => ids.Contains(row.ObligationId)).ToList());
    }

    internal static List<LetterTask> ToLetter(IReadOnlyList<LedgerRow> rows) =>
        [.. rows.Select(row => new LetterTask(row.UnitTaskOrdinal, string.IsNullOrWhiteSpace(row.TaskTitle) ? row.TaskText : row.TaskTitle, row.DueOn))];
}
