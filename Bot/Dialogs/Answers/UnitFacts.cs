using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Reporting;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>What is on record about a unit beside its figures: whether its reports say anything, and whether it has asked for anything. Facts, no judgement.</summary>
public sealed class UnitFacts(IProgressRepository progress, IRequestRepository requests, SaysNothing saysNothing)
{
    /// <summary>是实打实的还是应付的: which of the reports say that there is nothing new.</summary>
    public async Task<string?> NilAsync(IReadOnlyList<LedgerRow> rows, Language language, CancellationToken cancellationToken)
    {
        var filed = rows.Where(row => row.Version > 0).ToList();
        if (filed.Count == 0)
            return null;
        var nil = (await progress.LatestAsync([.. filed.Select(row => row.ObligationId)], cancellationToken)).Where(entry => entry.Sections.Values.All(IsNothing)).Select(entry => entry.ObligationId).ToHashSet();
        return UnitTexts.WhetherNil(filed.Count, [.. filed.Where(row => nil.Contains(row.ObligationId)).Select(row => row.UnitTaskOrdinal)], language);
    }

    /// <summary>any excuse from Education?: whether more time was asked for, or a task contested.</summary>
    public async Task<string> AskedForAsync(Guid unitId, string unit, Language language, CancellationToken cancellationToken)
    {
        var open = (await requests.OpenAsync(cancellationToken)).Where(request => request.UnitId == unitId && request.Kind is RequestKind.Extension or RequestKind.NotOurs);
        return UnitTexts.Waiting(unit, [.. open.Select(request => (request.Kind, request.Number))], language);
    }

    /// <summary>None of its sections has anything to say; of progress, what a nil report writes there, or what people say instead (没什么进展).</summary>
    private bool IsNothing(string text) => saysNothing(text) || NilWords.IsChat(text) || Enum.GetValues<Language>().Any(language => text.Trim() == ReportTexts.NothingNew(language));
}
