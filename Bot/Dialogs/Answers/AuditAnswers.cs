using PlanBot.Data.Queries;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>谁改过: the audit trail in words, newest first.</summary>
public sealed class AuditAnswers(AuditQuery query, CurrentCalendar calendar)
{
    /// <param name="units">Only what concerns these; null for everything.</param>
    public async Task<Reply> AnswerAsync(Question question, IReadOnlyList<Guid>? units, CancellationToken cancellationToken)
    {
        var (language, page) = (question.Language, question.Focus.Page);
        var view = question.Plans.FirstOrDefault(plan => units is null || plan.Units.Any(unit => units.Contains(unit.Id))) ?? question.Plans[0];
        var key = view.KeyOf(question.Focus.Period);
        // A task's number is its place in one period; without a number or a period every report of the unit is meant.
        var isOfPeriod = units is not null && (question.Focus.Task is not null || question.Focus.Period is not null);
        if (isOfPeriod && view.Find(key) is null)
            return new(PeriodTexts.NotOpen(key, due: null, language));
        // 下一页 goes on with the same days, which the first question named.
        var asked = question.Said.Intent == Intent.More ? Understand.Utterance(question.Focus.Words, [], speaker: question.Asker.Speaker) : question.Said;
        var days = AuditDays.Of(asked, Days.DayOf(view.Now, view.Zone), await calendar.ReadAsync(cancellationToken));
        var isOwn = asked.Evidence.Any(evidence => evidence.Idea == "OwnActs");
        var time = new CivilTime(view.Zone);
        var filter = new AuditFilter(
            units, ReportsOnly: !question.Asker.Sees(Ability.SeeOverview), isOfPeriod ? view.Find(key)!.Id : null, isOfPeriod && question.Focus.Task > 0 ? question.Focus.Task : null)
        {
            PersonId = isOwn ? question.Asker.Person.Id : null, From = days is null ? null : time.StartOf(days.From), Until = days is null ? null : time.StartOf(days.Until.AddDays(1)),
        };
        page += question.Focus.IsBesides && await query.RunAsync(filter, (page + 1) * AuditTexts.PageSize, 1, cancellationToken) is { Count: > 0 } ? 1 : 0;
        var lines = await query.RunAsync(filter, page * AuditTexts.PageSize, AuditTexts.PageSize + 1, cancellationToken);
        var names = units is null ? null : string.Join(language.In("、", ", "), question.Plans.SelectMany(plan => plan.Units).DistinctBy(unit => unit.Id).Where(unit => units.Contains(unit.Id)).Select(unit => unit.Name));
        var hasMore = lines.Count > AuditTexts.PageSize;
        if (question.Focus.IsBesides && page == question.Focus.Page)
            return new(AuditTexts.NothingBesides(names, lines.Count, language)) { Buttons = [Buttons.Help(language)] };
        return new(AuditTexts.Trail(names, filter.Task, isOfPeriod ? key : null, lines, page, view.Zone, language, isOwn, days is null ? null : (days.From, days.Until)))
        {
            Buttons = hasMore ? [Buttons.More(language), Buttons.Help(language)] : [Buttons.Help(language)],
        };
    }
}
