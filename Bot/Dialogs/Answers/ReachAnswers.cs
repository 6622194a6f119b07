using PlanBot.Data.Model;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>谁联系不上: units and contacts out of reach, why, and what to do about it.</summary>
public sealed class ReachAnswers(ReachQuery query, IUnitRepository units, OutOfReach outOfReach, LinksToPaste links, IEnumerable<IOutbound> channels)
{
    /// <summary>People for whom a text to be handed on is made at a time.</summary>
    private const int Pasted = 5;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var (language, page) = (question.Language, question.Focus.Page);
        var texts = new List<string>();
        var buttons = new List<ReplyButton>();
        foreach (var view in question.Plans)
        {
            var rows = await query.RunAsync(view.Plan.Id, [.. channels.Select(channel => channel.Channel)], Days.DayOf(view.Now, view.Zone), cancellationToken, view.Now);
            var (pasteable, more) = page == 0 && rows.Count > 0 ? await ToPasteAsync(question, view, cancellationToken) : ([], 0);
            var text = ReachTexts.List(rows, page, pasteable, more, view.Zone, language);
            // Collective names are in no list of contacts, so that nobody would miss them.
            if (page == 0 && (await units.OfPlanAsync(view.Plan.Id, cancellationToken)).Where(unit => unit.Kind == UnitKind.Group).Select(unit => unit.Name).ToList() is { Count: > 0 } groups)
                text += "\n" + ReachTexts.Groups(groups, language);
            texts.Add(question.Plans.Count > 1 ? $"{language.In($"《{view.Plan.Title}》", view.Plan.Title)}\n{text}" : text);
            if (rows.Count > (page + 1) * ReachTexts.PageSize && buttons.Count == 0)
                buttons.Add(Buttons.More(language));
            if (question.Asker.Sees(Ability.RunPlan))
                buttons.AddRange(rows.Skip(page * ReachTexts.PageSize).Where(ReachTexts.NeedsInvitation).DistinctBy(row => row.UnitId).Take(3).Select(row => ReachTexts.Invite(row.UnitName, language)));
        }
        return new(string.Join("\n\n", texts)) { Buttons = [.. buttons.Take(5), Buttons.WhoHasNotReported(language)] };
    }

    /// <summary>A way in is for one person: it is never shown where others read along.</summary>
    private async Task<(IReadOnlyList<string> Texts, int More)> ToPasteAsync(Question question, PlanView view, CancellationToken cancellationToken)
    {
        if (view.InQuestion is not { } period || question.Asker.Readers.Count > 0 || !question.Asker.Sees(Ability.Invite))
            return ([], 0);
        var all = (await outOfReach.OfPeriodAsync(view.Plan, period, view.Now, cancellationToken)).Where(one => one.Row.PersonId is not null).DistinctBy(one => one.Row.PersonId).ToList();
        var meant = all.Take(Pasted).ToList();
        var byPerson = await links.RunAsync([.. meant.Select(one => one.Row.PersonId!.Value)], question.Asker.Person.Id, question.Asker.Channel, cancellationToken);
        return ([.. meant.Where(one => byPerson.ContainsKey(one.Row.PersonId!.Value)).Select(one => ReachTexts.ToPaste(
            one.Row.PersonName!, view.Plan.Title, period.Period, period.DueOn, one.Open, byPerson[one.Row.PersonId!.Value], InvitePerson.Lifetime.Days, question.Language))], all.Count - meant.Count);
    }
}
