using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>下一次提醒发给谁: the next reminder steps, whom they reach, and on demand the very words.</summary>
public sealed partial class PreviewAnswers(UpcomingReminders upcoming, PreviewReminders preview, PauseReminders pauses, IPersonRepository people, CurrentCalendar calendar)
{
    /// <summary>Steps in one answer.</summary>
    public const int Shown = 3;

    /// <summary>Steps of a whole schedule, and those looked through for the next one that says something to a unit.</summary>
    private const int LookedThrough = 14;

    /// <param name="units">Null for all: the steps and their audiences. With units: the words that their people will get.</param>
    public Task<Reply> AnswerAsync(Question question, IReadOnlyList<Guid>? units, CancellationToken cancellationToken) =>
        units is null ? StepsAsync(question, cancellationToken) : WordsAsync(question, units, cancellationToken);

    private async Task<Reply> StepsAsync(Question question, CancellationToken cancellationToken)
    {
        var (language, view) = (question.Language, question.Plans[0]);
        var time = new CivilTime(view.Zone);
        var day = await DayAsync(question, view, cancellationToken);
        var whole = Schedule().IsMatch(question.Focus.Words);
        var from = day is { } named && time.StartOf(named) > view.Now ? time.StartOf(named).AddTicks(-1) : view.Now;
        DateTimeOffset? until = day is { } last ? time.StartOf(last.AddDays(1)).AddTicks(-1) : null;
        var skipped = day is null ? question.Focus.Page : 0;
        IReadOnlyList<UpcomingStep> steps = [.. (await upcoming.RunAsync(from, until, whole || skipped >= Shown ? LookedThrough : Shown + skipped, cancellationToken)).Skip(skipped)];
        var names = await NamesAsync(question, steps.FirstOrDefault(step => step.Audiences.Count > 0), cancellationToken);
        var (paused, isAllPaused) = (new List<string>(), false);
        foreach (var plan in question.Plans)
        {
            isAllPaused |= question.Plans.Count == 1 && (await pauses.InForceAsync(plan.Plan.Id, cancellationToken)).Any(pause => pause.UnitId is null && !(steps.Count > 0 && pause.Until <= steps[0].At));
            paused.AddRange((await pauses.InForceAsync(plan.Plan.Id, cancellationToken)).Select(pause => PauseTexts.InForce(plan.Units.FirstOrDefault(unit => unit.Id == pause.UnitId)?.Name, pause.Until, plan.Zone, language)));
        }
        if (isAllPaused)
            return new(PreviewTexts.AllPaused(LinesOf([.. steps.Select(step => step with { Audiences = [.. step.Audiences.Where(audience => audience.Kind is ReminderKind.CoordinatorDigest or ReminderKind.LeaderDigest)] }).Where(step => step.Audiences.Count > 0)]), paused, day, view.Zone, language)) { Buttons = [PauseTexts.Resume(null, language), PreviewTexts.PlanButton(language)] };
        var sample = WithWords().IsMatch(question.Focus.Words) ? await SampleAsync(steps.FirstOrDefault(step => step.Audiences.Count > 0), cancellationToken) : null;
        var isYes = Whether().IsMatch(question.Said.Plain) && steps.Any(step => step.Audiences.Any(audience => audience.Kind is ReminderKind.Step or ReminderKind.Escalation));
        return new((isYes ? language.In("会。", "Yes. ") : "") + PreviewTexts.Steps(LinesOf(steps), names, paused, day, sample, view.Zone, language) + await DayNoteAsync(day, language, cancellationToken)) { Buttons = [PreviewTexts.PlanButton(language), Buttons.WhoHasNotReported(language)] };
    }

    /// <summary>Who the first step with an audience reaches in the units, with their units.</summary>
    private async Task<IReadOnlyList<string>> NamesAsync(Question question, UpcomingStep? step, CancellationToken cancellationToken)
    {
        var units = question.Plans.SelectMany(view => view.Units).DistinctBy(unit => unit.Id).ToDictionary(unit => unit.Id, unit => unit.Name);
        var order = units.Keys.ToList();
        var names = new List<(int Place, string Name)>();
        foreach (var id in (step?.Audiences ?? []).Where(audience => audience.Kind is ReminderKind.Step or ReminderKind.Escalation).SelectMany(audience => audience.First).Take(UpcomingReminders.Named))
        {
            if (await people.FindAsync(id, cancellationToken) is { } person)
                names.Add((person.Contacts.Min(contact => (int?)order.IndexOf(contact.UnitId)) ?? -1, PreviewTexts.Person(person.Name, [.. person.Contacts.Select(contact => units.GetValueOrDefault(contact.UnitId)).OfType<string>()], question.Language)));
        }
        return [.. names.OrderBy(one => one.Place).Select(one => one.Name)];
    }

    private static IReadOnlyList<PreviewLine> LinesOf(IReadOnlyList<UpcomingStep> steps) => [.. steps.Select(step => new PreviewLine(step.At, [.. step.Audiences.Select(audience => (audience.Kind, audience.People))]))];

    /// <summary>10号礼拜六也发？: whether a day at the weekend, or a holiday, is worked.</summary>
    private async Task<string> DayNoteAsync(DateOnly? day, Language language, CancellationToken cancellationToken)
    {
        if (day is not { } on)
            return "";
        var isWorked = (await calendar.ReadAsync(cancellationToken)).IsWorkingDay(on);
        return isWorked == on.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? "" : "\n" + PreviewTexts.UnusualDay(on, isWorked, language);
    }

    private async Task<Reply> WordsAsync(Question question, IReadOnlyList<Guid> units, CancellationToken cancellationToken)
    {
        var (language, view) = (question.Language, question.Plans.FirstOrDefault(plan => plan.Units.Any(unit => units.Contains(unit.Id))) ?? question.Plans[0]);
        // A contact sees what will come to the contact, not to the colleagues.
        var meant = question.Asker.Sees(Ability.SeeOverview)
            ? (await people.ContactsOfAsync([.. units], cancellationToken)).Select(contact => contact.PersonId).ToHashSet()
            : [question.Asker.Person.Id];
        var name = string.Join(language.In("、", ", "), view.Units.Where(unit => units.Contains(unit.Id)).Select(unit => unit.Name));
        foreach (var step in await upcoming.RunAsync(view.Now, until: null, LookedThrough, cancellationToken))
        {
            var messages = await preview.RunAsync(step.At, meant, cancellationToken);
            if (messages.Count > 0)
                return new(PreviewTexts.Words(name, messages.Select(message => (message.SendAt, message.Content.To.Name, ReminderTexts.Write(message.Content).Text)).ToList(), view.Zone, language));
        }
        return new(PreviewTexts.NothingFor(name, language));
    }

    /// <summary>What one of those whom the step reaches will read; null when it reaches no unit.</summary>
    private async Task<(string Name, string Text)?> SampleAsync(UpcomingStep? step, CancellationToken cancellationToken)
    {
        if (step?.Audiences.FirstOrDefault(audience => audience.Kind is ReminderKind.Step or ReminderKind.Escalation) is not { First: [var first, ..] })
            return null;
        return await preview.RunAsync(step.At, new HashSet<Guid> { first }, cancellationToken) is [var message, ..] ? (message.Content.To.Name, ReminderTexts.Write(message.Content).Text) : null;
    }

    /// <summary>The day asked about: 明天, 4月3日, 截止那天; null for the next steps.</summary>
    private async Task<DateOnly?> DayAsync(Question question, PlanView view, CancellationToken cancellationToken)
    {
        if (DueDay().IsMatch(question.Focus.Words))
            return view.Find(view.KeyOf(question.Focus.Period))?.DueOn;
        var when = question.Said.When ?? DateWords.Find(question.Focus.Words)?.Mention;
        return when is { IsVague: false, Reference: DateReference.Date or DateReference.Days or DateReference.Weekday } ? when.DayIn(Days.DayOf(view.Now, view.Zone), await calendar.ReadAsync(cancellationToken)) : null;
    }

    [GeneratedRegex("截止(?:日期?|那天|当天|那日|的那天)|到期(?:日|那天|当天)|最后一天|(?:due|deadline) (?:day|date)|(?:day|date) (?:it is|it's) due|on the deadline|last day")]
    private static partial Regex DueDay();

    /// <summary>下午会再提醒一遍吧: a yes is asked for.</summary>
    [GeneratedRegex("(?:会|还|再|自动|自己).{0,10}(?:提醒|发|催).{0,6}(?:吧|吗|么)[?]?$|会不会|还发不发|是不是(?:会|还)|(?:也|还)发(?:[?,]|吗|么|$)|^(?:and |so )?(?:will|do|does|is|are) ")]
    private static partial Regex Whether();

    /// <summary>说什么, what will it say: with the words.</summary>
    [GeneratedRegex("(?:内容|文字|原文|措辞|话术|样子|文案).{0,6}(?:看看|看一?下|过目|过一?下|瞧瞧|念|调|发我|给我|让我)|(?:看看|看一?下|瞧瞧|念念|念一?下|给我看|让我看).{0,6}(?:内容|文字|原文|措辞|话术|文案)|过(?:一下)?目|(?:see|show|read|look at|check) (?:me )?(?:the |its |their |what )?(?:exact )?(?:text|wording|words|message|content|it says)|word for word|说(?:些|点)?(?:什么|啥)|(?:什么|啥)(?:内容|话)|(?:内容|文字)(?:是)?(?:什么|啥|呢)|怎么(?:写|说)的?|发(?:些)?(?:什么|啥)|(?:and |, ?)?(?:saying what|what (?:does|will|do) (?:it|they|the (?:message|reminder)s?) say|in what words|wording)")]
    private static partial Regex WithWords();

    [GeneratedRegex("计划|安排|分别|都(?:是)?(?:哪|几)|每(?:次|轮|回)|节点|日程|时间表|schedule|plan|calendar|all (?:the )?(?:steps|reminders)")]
    private static partial Regex Schedule();
}
