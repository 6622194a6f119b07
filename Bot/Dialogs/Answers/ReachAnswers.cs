using PlanBot.Data.Queries;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>谁联系不上: units and contacts out of reach, why, and what to do about it.</summary>
public sealed class ReachAnswers(ReachQuery query, IEnumerable<IOutbound> channels)
{
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var (language, page) = (question.Language, question.Focus.Page);
        var texts = new List<string>();
        var buttons = new List<ReplyButton>();
        foreach (var view in question.Plans)
        {
            var rows = await query.RunAsync(view.Plan.Id, [.. channels.Select(channel => channel.Channel)], Days.DayOf(view.Now, view.Zone), cancellationToken);
            var text = ReachTexts.List(rows, page, language);
            texts.Add(question.Plans.Count > 1 ? $"{language.In($"《{view.Plan.Title}》", view.Plan.Title)}\n{text}" : text);
            if (rows.Count > (page + 1) * ReachTexts.PageSize && buttons.Count == 0)
                buttons.Add(Buttons.More(language));
            if (question.Asker.Sees(Ability.RunPlan))
                buttons.AddRange(rows.Skip(page * ReachTexts.PageSize).Where(ReachTexts.NeedsInvitation).DistinctBy(row => row.UnitId).Take(3).Select(row => ReachTexts.Invite(row.UnitName, language)));
        }
        return new(string.Join("\n\n", texts)) { Buttons = [.. buttons.Take(5), Buttons.WhoHasNotReported(language)] };
    }
}
