using System.Text.Json;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Domain;

namespace PlanBot.UseCases;

/// <summary>A ruling as its audit rows tell of it, for taking it back where nothing else remembers it: it was made in another conversation, or on the dashboard.</summary>
public sealed class RulingOfRecords(IObligationRepository obligations, IPeriodRepository periods, IPlanRepository plans, IAuditRepository audit, CurrentCalendar currentCalendar, PlanLadders planLadders)
{
    /// <param name="records">Rows of one ruling, one for each obligation.</param>
    /// <returns>Null when one of the reports is no longer as the ruling left it.</returns>
    public async Task<RulingDone?> ReadAsync(RulingKind kind, IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken)
    {
        var now = await obligations.FindAsync([.. records.Select(record => record.SubjectId)], cancellationToken);
        if (now.Count != records.Count || now.Count == 0 || await periods.FindAsync(now[0].PeriodId, cancellationToken) is not { } period || await plans.FindAsync(period.PlanId, cancellationToken) is not { } plan)
            return null;
        var schedule = new PlanSchedule(plan, await currentCalendar.ReadAsync(cancellationToken), await planLadders.OfAsync(plan.Id, cancellationToken));
        var changes = new List<ObligationChange>();
        foreach (var obligation in now)
        {
            var record = records.First(one => one.SubjectId == obligation.Id);
            if (Read(record.Before) is not { } before || Read(record.After) is not { } after || (after.State, after.DueOn, after.Version) != (obligation.State, obligation.DueOn, obligation.Version))
                return null;
            var submittedAt = kind == RulingKind.Return ? await SubmittedAtAsync(record, cancellationToken) : obligation.SubmittedAt;
            if (kind == RulingKind.Return && submittedAt is null)
                return null;
            changes.Add(new(
                obligation with
                {
                    State = before.State, DueOn = before.DueOn, DueAt = before.DueOn == obligation.DueOn ? obligation.DueAt : schedule.LateFrom(before.DueOn),
                    Round = Rulings.HasDueDay(kind) ? obligation.Round - 1 : obligation.Round,
                    SubmittedAt = submittedAt,
                },
                obligation));
        }
        return new(kind, changes, LetterId: null);
    }

    /// <summary>When the round that was returned was first reported: that decides whether it was late.</summary>
    private async Task<DateTimeOffset?> SubmittedAtAsync(AuditRecord returned, CancellationToken cancellationToken)
    {
        // Rows of one moment stand in no order.
        var earlier = (await audit.OfAsync(returned.SubjectId, cancellationToken)).Where(record => record.At <= returned.At && record.Id != returned.Id).ToList();
        var round = earlier.FindLast(record => record.Action is "return-report" or "withdraw-report" && record.At < returned.At)?.At;
        return earlier.Find(record => record.Action == "submit-report" && !(record.At < round))?.At;
    }

    private static Kept? Read(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "null");
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && Enum.TryParse<ObligationState>(root.GetProperty("state").GetString(), out var state)
                ? new(state, DateOnly.ParseExact(root.GetProperty("dueOn").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), root.GetProperty("version").GetInt32()) : null;
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private sealed record Kept(ObligationState State, DateOnly DueOn, int Version);
}
