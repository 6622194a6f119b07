using PlanBot.Data.Queries;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>昨天那轮提醒发了多少人, 每家收了几条: what was sent about a period.</summary>
public sealed class SentAnswers(SentQuery query, IPersonRepository people, CurrentCalendar currentCalendar)
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
        if (day is { } on && rounds.Any(round => Days.DayOf(round.DueAt, view.Zone) == on))
            rounds = [.. rounds.Where(round => Days.DayOf(round.DueAt, view.Zone) == on)];
        return new(SentTexts.Rounds(name, key, rounds, most, view.Zone, language)) { Buttons = [PreviewTexts.PlanButton(language), Buttons.WhoHasNotReported(language)] };
    }
}
