using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Answers;

/// <summary>下一次提醒发给谁: the next reminder steps, whom they reach, and on demand the very words.</summary>
public sealed class PreviewAnswers(UpcomingReminders upcoming, PreviewReminders preview, PauseReminders pauses, OutOfReach outOfReach, IPersonRepository people, CurrentCalendar calendar)
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
        if (Understand.AsksWhenHeardFrom(question.Said.Plain))
            return await OwnNextAsync(question, view, cancellationToken);
        var time = new CivilTime(view.Zone);
        var day = await DayAsync(question, view, cancellationToken);
        var whole = Schedule.IsMatch(question.Focus.Words);
        var isAfterDay = day is not null && question.Focus.Page > 0;
        var from = isAfterDay ? time.StartOf(day!.Value.AddDays(1)).AddTicks(-1) : day is { } named && time.StartOf(named) > view.Now ? time.StartOf(named).AddTicks(-1) : view.Now;
        DateTimeOffset? until = day is { } last && !isAfterDay ? time.StartOf(last.AddDays(1)).AddTicks(-1) : null;
        var skipped = day is null ? question.Focus.Page : 0;
        if (isAfterDay)
            day = null;
        IReadOnlyList<UpcomingStep> steps = [.. (await upcoming.RunAsync(from, until, whole || skipped >= Shown ? LookedThrough : Shown + skipped, cancellationToken)).Skip(skipped)];
        var lines = await LinesOfAsync(question, steps, cancellationToken);
        var (paused, isAllPaused) = (new List<string>(), false);
        foreach (var plan in question.Plans)
        {
            isAllPaused |= question.Plans.Count == 1 && (await pauses.InForceAsync(plan.Plan.Id, cancellationToken)).Any(pause => pause.UnitId is null && !(steps.Count > 0 && pause.Until <= steps[0].At));
            paused.AddRange((await pauses.InForceAsync(plan.Plan.Id, cancellationToken)).Select(pause => PauseTexts.InForce(plan.Units.FirstOrDefault(unit => unit.Id == pause.UnitId)?.Name, pause.Until, plan.Zone, language)));
        }
        if (isAllPaused)
            return new(PreviewTexts.AllPaused([.. lines.Select(line => line.ToOffice()).Where(line => line.Audiences.Count > 0)], paused, day, view.Zone, language)) { Buttons = [PauseTexts.Resume(null, language), PreviewTexts.PlanButton(language)] };
        (string Name, string Text)? sample = WithWords.IsMatch(question.Focus.Words) && steps.SelectMany(step => step.Readers).FirstOrDefault() is { } reader ? (reader.To.Name, ReminderTexts.Write(reader).Text) : null;
        var isYes = Whether.IsMatch(question.Said.Plain) && steps.Any(step => step.Audiences.Any(audience => audience.Kind is ReminderKind.Step or ReminderKind.Escalation));
        paused.AddRange(await WithoutContactAsync(question, cancellationToken));
        return new((isYes ? language.In("会。", "Yes. ") : "") + PreviewTexts.Steps(lines, paused, day, sample, view.Zone, language) + await DayNoteAsync(day, language, cancellationToken)) { Buttons = [PreviewTexts.PlanButton(language), Buttons.WhoHasNotReported(language)] };
    }

    /// <summary>when do I hear from you next: the asker's own digest.</summary>
    private async Task<Reply> OwnNextAsync(Question question, PlanView view, CancellationToken cancellationToken)
    {
        var kind = question.Asker.Person.IsLeader ? ReminderKind.LeaderDigest : ReminderKind.CoordinatorDigest;
        var next = (await upcoming.RunAsync(view.Now, until: null, LookedThrough, cancellationToken)).FirstOrDefault(step => step.Audiences.Any(audience => audience.Kind == kind && audience.People > 0));
        return new(PreviewTexts.OwnNext(next?.At, question.Asker.Person.IsLeader, view.Zone, question.Language));
    }

    /// <summary>Units that owe and have nobody to be reminded.</summary>
    private async Task<IReadOnlyList<string>> WithoutContactAsync(Question question, CancellationToken cancellationToken)
    {
        var units = new List<string>();
        foreach (var view in question.Plans.Where(view => view.InQuestion is { ClosedAt: null }))
            units.AddRange((await outOfReach.OfPeriodAsync(view.Plan, view.InQuestion!, view.Now, cancellationToken)).Where(one => one.Row.PersonId is null).Select(one => one.Row.UnitName));
        return units.Count == 0 ? [] : [ImportNoticeTexts.WithoutContact([.. units.Distinct()], question.Language).Trim()];
    }

    /// <summary>The steps in words; those of a unit stand in the notice's order.</summary>
    private async Task<IReadOnlyList<PreviewLine>> LinesOfAsync(Question question, IReadOnlyList<UpcomingStep> steps, CancellationToken cancellationToken)
    {
        var order = question.Plans.SelectMany(view => view.Units).Select(unit => unit.Name).Distinct().ToList();
        var lines = new List<PreviewLine>();
        foreach (var step in steps)
        {
            var unreached = step.Audiences.SelectMany(audience => audience.Unreached).ToHashSet();
            lines.Add(new(step.At, [.. step.Audiences.Select(audience => (audience.Kind, audience.People))])
            {
                Readers = [.. step.Readers.Select(content => Reader(content, unreached)).OrderBy(reader => reader.Units.Min(unit => (int?)order.IndexOf(unit.UnitName)) ?? int.MaxValue)],
                Unreached = unreached.Count,
                PutOff = await NamesAsync(step, cancellationToken),
            });
        }
        return lines;
    }

    private static PreviewReader Reader(ReminderContent content, HashSet<Guid> unreached) => new(
        content.To.Name, content.To.Contacts.Count == 0 ? [] : [.. content.Plans.SelectMany(plan => plan.Items).CountBy(item => item.UnitName).Select(unit => new UnitCount(unit.Key, unit.Value, unit.Value))],
        unreached.Contains(content.To.Id));

    private async Task<IReadOnlyList<string>> NamesAsync(UpcomingStep step, CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> ids = [.. step.Audiences.SelectMany(audience => audience.PutOff)];
        return ids.Count == 0 ? [] : [.. (await people.FindAsync(ids, cancellationToken)).Select(person => person.Name).Order(StringComparer.Ordinal)];
    }

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

    /// <summary>The day asked about: 明天, 4月3日, 截止那天; null for the next steps.</summary>
    private async Task<DateOnly?> DayAsync(Question question, PlanView view, CancellationToken cancellationToken)
    {
        if (DueDay.IsMatch(question.Focus.Words))
            return view.Find(view.KeyOf(question.Focus.Period))?.DueOn;
        var when = question.Said.When ?? DateWords.Find(question.Focus.Words)?.Mention;
        return when is { IsVague: false, Reference: DateReference.Date or DateReference.Days or DateReference.Weekday } ? when.DayIn(Days.DayOf(view.Now, view.Zone), await calendar.ReadAsync(cancellationToken)) : null;
    }

    private static Regex DueDay => field ??= new("截止(?:日期?|那天|当天|那日|的那天)|到期(?:日|那天|当天)|最后一天|(?:due|deadline) (?:day|date)|(?:day|date) (?:it is|it's) due|on the deadline|last day");

    /// <summary>下午会再提醒一遍吧: a yes is asked for.</summary>
    private static Regex Whether => field ??= new("(?:会|还|再|自动|自己).{0,10}(?:提醒|发|催).{0,6}(?:吧|吗|么)[?]?$|会不会|还发不发|是不是(?:会|还)|(?:也|还)发(?:[?,]|吗|么|$)|^(?:and |so )?(?:will|do|does|is|are) ");

    /// <summary>说什么, what will it say: with the words.</summary>
    private static Regex WithWords => field ??= new("(?:内容|文字|原文|措辞|话术|样子|文案).{0,6}(?:看看|看一?下|过目|过一?下|瞧瞧|念|调|发我|给我|让我)|(?:看看|看一?下|瞧瞧|念念|念一?下|给我看|让我看).{0,6}(?:内容|文字|原文|措辞|话术|文案)|过(?:一下)?目|(?:see|show|read|look at|check) (?:me )?(?:the |its |their |what )?(?:exact )?(?:text|wording|words|message|content|it says)|word for word|说(?:些|点)?(?:什么|啥)|(?:什么|啥)(?:内容|话)|(?:内容|文字)(?:是)?(?:什么|啥|呢)|怎么(?:写|说)的?|发(?:些)?(?:什么|啥)|(?:and |, ?)?(?:saying what|what (?:does|will|do) (?:it|they|the (?:message|reminder)s?) say|in what words|wording)");

    private static Regex Schedule => field ??= new("计划|安排|排在|排到|分别|都(?:是)?(?:哪|几)|每(?:次|轮|回)|节点|日程|时间表|schedule|plan|calendar|all (?:the )?(?:steps|reminders)");
}
