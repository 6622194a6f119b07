using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Reporting;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>What is on record about a unit beside its figures: whether its reports say anything, and whether it has asked for anything. Facts, no judgement.</summary>
public sealed class UnitFacts(IProgressRepository progress, IRequestRepository requests)
{
    /// <summary>是实打实的还是应付的: which of the reports say that there is nothing new.</summary>
    public async Task<string?> NilAsync(IReadOnlyList<LedgerRow> rows, Language language, CancellationToken cancellationToken)
    {
        var filed = rows.Where(row => row.Version > 0).ToList();
        if (filed.Count == 0)
            return null;
        var nil = (await progress.LatestAsync([.. filed.Select(row => row.ObligationId)], cancellationToken)).Where(entry => entry.Sections.Values.All(SaysNothing)).Select(entry => entry.ObligationId).ToHashSet();
        var named = string.Join(language.In("、", ", "), filed.Where(row => nil.Contains(row.ObligationId)).Select(row => TaskNames.Ordinal(row.UnitTaskOrdinal, language)));
        return nil.Count == 0
            ? language.In("报来的都有内容，没有零报告；写得实不实，请看原文判断。", "None of them is a nil report; how much they say is for you to judge.")
            : nil.Count == filed.Count
            ? language.In($"报来的{filed.Count}项全部是零报告（本季度无新进展）。", filed.Count == 1 ? "It is a nil report (no new progress)." : $"All {filed.Count} of them are nil reports (no new progress).")
            : language.In($"其中{nil.Count}项是零报告（本季度无新进展）：{named}；其余有内容。", $"{nil.Count} of them {(nil.Count == 1 ? "is a nil report" : "are nil reports")} (no new progress): {named}; the others say something.");
    }

    /// <summary>any excuse from Education?: whether more time was asked for, or a task contested.</summary>
    public async Task<string> AskedForAsync(Guid unitId, string unit, Language language, CancellationToken cancellationToken)
    {
        var open = (await requests.OpenAsync(cancellationToken)).Where(request => request.UnitId == unitId && request.Kind is RequestKind.Extension or RequestKind.NotOurs).ToList();
        return open.Count == 0
            ? language.In($"{unit}没有待处理的延期申请或分工异议。", $"{unit} has no request for more time and no objection waiting.")
            : language.In($"{unit}有待处理的{string.Join("、", open.Select(request => $"{RequestTexts.Name(request.Kind, language)}（编号{request.Number}）"))}。", $"{unit} has waiting: {string.Join(", ", open.Select(request => $"{RequestTexts.Name(request.Kind, language)} ({request.Number})"))}.");
    }

    private static bool SaysNothing(string text) => text.Trim().Length == 0 || NothingToSay.Matches(text) || NilWords.IsChat(text) || Spelling.Plain(text) is "本季度无新进展" or "无新进展" or "no new progress this quarter" or "no new progress";
}
