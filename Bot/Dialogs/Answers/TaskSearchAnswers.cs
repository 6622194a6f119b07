using PlanBot.Data.Queries;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>跟数据共享沾边的是谁家的, 商务局的任务里有没有展会这块: the tasks whose text speaks of something, of all units or of one. For those who see all units.</summary>
public sealed class TaskSearchAnswers(ILedgerQuery ledger)
{
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var (language, words) = (question.Language, question.Focus.TaskSubject ?? "");
        var (found, nearest, own) = (new List<LedgerRow>(), new List<LedgerRow>(), new List<LedgerRow>());
        foreach (var view in question.Plans)
        {
            if (view.Find(view.KeyOf(question.Focus.Period)) is not { } period)
                continue;
            var rows = await ledger.OfPeriodAsync(period.Id, question.Focus.UnitId, cancellationToken);
            own.AddRange(rows);
            var plain = Spelling.Plain(words);
            var holding = rows.Where(row => Spelling.Plain(TextOf(row)).Contains(plain, StringComparison.Ordinal)).ToList();
            found.AddRange(holding);
            if (holding.Count == 0)
                nearest.AddRange(TaskSubjects.Match(words, rows.Select(row => (row, TextOf(row)))));
        }
        var unit = question.Focus.UnitId is null ? null : own.FirstOrDefault()?.UnitName;
        if (found.Count > 0)
            return new(TaskTexts.About(words, unit, found, language)) { UnitId = found.Select(row => row.UnitId).Distinct().ToList() is [var only] ? only : null, Task = found is [var one] ? one.UnitTaskOrdinal : null };
        return new(unit is not null ? TaskTexts.NotAbout(words, unit, own, language) : TaskTexts.NearestTo(words, nearest, language));
    }

    private static string TextOf(LedgerRow row) => $"{row.TaskTitle}{row.TaskText}";
}
