using System.Text.RegularExpressions;
using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>昨天那轮提醒发了多少人, 每家收了几条: what was sent about a period.</summary>
public sealed class SentAnswers(SentQuery query, IPersonRepository people, NotSent notSent, CurrentCalendar currentCalendar)
{
    /// <param name="units">Only what their contacts got; null for everybody.</param>
    public async Task<Reply> AnswerAsync(Question question, IReadOnlyList<Guid>? units, CancellationToken cancellationToken)
    {
        var (language, view) = (question.Language, question.Plans.FirstOrDefault(plan => units is null || plan.Units.Any(unit => units.Contains(unit.Id))) ?? question.Plans[0]);
        var key = view.KeyOf(question.Focus.Period);
        IReadOnlyCollection<Guid>? persons = units is null ? null : [.. (await people.ContactsOfAsync([.. units], cancellationToken)).Select(contact => contact.PersonId)];
        var rounds = await query.RoundsAsync(view.Plan.Id, key, persons, cancellationToken);
        var most = await query.MostAsync(view.Plan.Id, key, persons, cancellationToken);
        var name = units is null ? null : string.Join(language.In("、", ", "), view.Units.Where(unit => units.Contains(unit.Id)).Select(unit => unit.Name));
        var calendar = await currentCalendar.ReadAsync(cancellationToken);
        var day = (question.Said.When ?? DateWords.Find(question.Focus.Words)?.Mention) is { IsVague: false, Reference: DateReference.Date or DateReference.Days or DateReference.Weekday } when ? when.DayIn(Days.DayOf(view.Now, view.Zone), calendar) : null;
        var isMorning = Morning.IsMatch(question.Said.Plain);
        day ??= isMorning || Afternoon.IsMatch(question.Said.Plain) ? Days.DayOf(view.Now, view.Zone) : null;
        var yes = "";
        if (day is { } on)
        {
            var ofDay = rounds.Where(round => round.Sent > 0 && Days.DayOf(round.DueAt, view.Zone) == on).ToList();
            if (ofDay.Count == 0 && await notSent.WhyAsync(view, on, isMorning, language, cancellationToken) is { } why)
                return new(why) { Buttons = [PreviewTexts.PlanButton(language), Buttons.WhoHasNotReported(language)] };
            if (ofDay.Count > 0)
                (rounds, yes) = (ofDay, Whether.IsMatch(question.Said.Plain) ? language.In("发了。", "Yes. ") : "");
        }
        return new(yes + SentTexts.Rounds(name, key, rounds, most, view.Zone, language)) { Buttons = [PreviewTexts.PlanButton(language), Buttons.WhoHasNotReported(language)] };
    }

    private static Regex Morning => field ??= new("今早|今晨|早上|早晨|上午|morning");

    private static Regex Afternoon => field ??= new("今天下午|下午|afternoon");

    private static Regex Whether => field ??= new("(?:没有?|吗|么)[?]?$|^(?:so |and )?(?:did|has|have|was|were) ");
}
