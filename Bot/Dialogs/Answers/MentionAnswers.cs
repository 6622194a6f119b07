using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>哪家提到经费了: the reports of a period that hold certain words.</summary>
public sealed class MentionAnswers(MentionQuery query, DueAnswers due)
{
    /// <param name="units">Only these; null for all.</param>
    public async Task<Reply> AnswerAsync(Question question, IReadOnlyList<Guid>? units, CancellationToken cancellationToken)
    {
        var language = question.Language;
        // The next page is asked for in words of its own.
        if ((question.Said.Mentioned ?? MentionWords.In(question.Focus.Words)) is not { } words)
            return new(MentionTexts.OfWhat(language));
        var texts = new List<string>();
        var (hasMore, told) = (false, new HashSet<Guid>());
        foreach (var view in question.Plans)
        {
            foreach (var key in view.KeysOf(question.Focus.Periods))
            {
                if (view.Find(key) is not { } period)
                {
                    texts.Add(PeriodTexts.NotOpen(key, await due.OfUnopenedAsync(view, key, language, cancellationToken), language));
                    continue;
                }
                var sections = view.Plan.Reporting.Sections;
                var only = sections.Where(section => section.Kind == question.Focus.Section).ToList();
                var rows = await query.RunAsync(period.Id, words, [.. (only.Count > 0 ? only : sections).Select(section => section.Ordinal)], units, question.Focus.Page * MentionTexts.PageSize, MentionTexts.PageSize + 1, cancellationToken);
                hasMore |= rows.Count > MentionTexts.PageSize;
                told.UnionWith(rows.Select(row => row.UnitId));
                texts.Add(MentionTexts.List(key, words, [.. rows.Take(MentionTexts.PageSize)], rows.Count > MentionTexts.PageSize, sections, language));
            }
        }
        return new(string.Join("\n\n", texts))
        {
            UnitId = told.Count == 1 ? told.First() : null, Buttons = [.. hasMore ? [Buttons.More(language)] : Array.Empty<ReplyButton>(), Buttons.ProblemsLeft(language), Buttons.WhoHasNotReported(language)],
        };
    }
}
