using System.Text.RegularExpressions;
using PlanBot.Data.Model;
using PlanBot.Data.Repositories;
using PlanBot.Dialogs.Acts;
using PlanBot.Dialogs.Understanding;
using PlanBot.Domain;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Answers;

/// <summary>Everything that is answered in one turn, by what it is about and by what the asker may see.</summary>
public sealed class Answerer(
    PeriodAnswers periods, UnitAnswers units, TaskAnswers tasks, OwnAnswers own, DueAnswers due, VersionAnswers versions, ContactAnswers contacts, OfficeAnswers office, HowAnswers how, CalendarAnswers calendar, RequestView requests,
    AcknowledgeAnswers acknowledge, TaskSearchAnswers search, PromiseAnswers promises, DashboardAnswers dashboard, PlanAnswers plans, ExtendedAnswers extended, PlanTaskAnswers planTasks, IPersonRepository people)
{
    /// <summary>Intents that ask and change nothing: they may be put in the middle of something else.</summary>
    public static bool IsQuestion(Intent intent) => intent is Intent.Help or Intent.MyTasks or Intent.MyReport or Intent.MyStatus
        or Intent.WhoOverdue or Intent.WhoMissing or Intent.WhoReported or Intent.AllIn or Intent.Rate or Intent.UnitStatus or Intent.ReadReport or Intent.DueDate or Intent.WhoIsContact or Intent.Differences or Intent.People or Intent.Delete or Intent.SpeakLanguage
        || intent is Intent.FindTasks or Intent.Promises or Intent.Calendar or Intent.WhoRuns or Intent.Brief or Intent.WhatWasDone or Intent.Dashboard or Intent.WhichPlans or Intent.Extended or Intent.PlanTasks || OfficeAnswers.Knows(intent) || HowAnswers.Knows(intent);

    /// <returns>Null when the utterance is nothing that can be answered in one turn.</returns>
    public async Task<Reply?> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.Said.UnreadFilter is { } unread)
            return FilterTexts.NotUnderstood(unread, question.Said.UnreadShown, question.Asker.Sees(Ability.SeeOverview), question.Language);
        if (PeriodNotes.NothingBefore(question) is { } nothing)
            return nothing;
        var reply = await OfOneTurnAsync(question, cancellationToken);
        return reply is not null && PeriodNotes.WhichIsNext(question) is { } note ? reply with { Text = $"{reply.Text}\n{note}" } : reply;
    }

    /// <summary>A plan whose first period is still to come: what was asked of it, and when that will be.</summary>
    public async Task<Reply> NotBegunAsync(PlanView view, Language language, CancellationToken cancellationToken) =>
        new(PlanTexts.NotBegun(view.Plan.Title, view.Setting.First, await due.OfUnopenedAsync(view, view.Setting.First, language, cancellationToken), language)) { Buttons = [new(language.In("任务清单", "Its tasks"), language.In($"《{view.Plan.Title}》有哪些任务", $"List the tasks of 《{view.Plan.Title}》"))] };

    private async Task<Reply?> OfOneTurnAsync(Question question, CancellationToken cancellationToken)
    {
        var (asker, language) = (question.Asker, question.Language);
        // it goes on like that forever?, asked by the office: with the dates that are still to come.
        if (question.Intent == Intent.HowReminded && asker.Sees(Ability.SeeOverview) && question.Plans.Count > 0 && question.Focus.Section is null && Endless.IsMatch(question.Said.Plain)
            && await office.AnswerAsync(With(question, Intent.PreviewReminders) with { Said = question.Said with { When = null, Units = [] }, Focus = new Focus { Intent = Intent.PreviewReminders, Words = language.In("提醒计划", "schedule") } }, cancellationToken) is { } dates)
            return dates with { Text = $"{HowTexts.Ends(language)}\n{dates.Text}" };
        if (question.Intent == Intent.Requests && await how.AnswerAsync(question, cancellationToken) is { } asked)
            return asked;
        if (await acknowledge.AnswerAsync(question, cancellationToken) is { } noted)
            return noted;
        switch (question.Intent)
        {
            case Intent.Dashboard:
                return await dashboard.AnswerAsync(question, cancellationToken);
            case Intent.WhichPlans:
                return await plans.AnswerAsync(question, cancellationToken);
            case Intent.Help:
                return CommonTexts.Help(asker.Person, language);
            case Intent.Greeting:
                return CommonTexts.Hello(asker.Person, language);
            case Intent.Thanks:
                return CommonTexts.YouAreWelcome(language);
            case Intent.OffTopic:
                return CommonTexts.OffTopic(asker.Person, language);
            case Intent.SmallTalk:
                return SmallTalkTexts.Of(question.Said.Plain, language);
            case Intent.SpeakLanguage:
                return CommonTexts.LanguageSet(asker.Person, language);
            case Intent.Confirm when asker.Sees(Ability.SeeOverview) && Parting.IsMatch(question.Said.Plain):
                return CommonTexts.YouAreWelcome(language);
            case Intent.Confirm:
                return CommonTexts.NothingToConfirm(asker.Person, language);
            case Intent.Cancel or Intent.KeepDraft:
                return CommonTexts.NothingToCancel(language);
            case Intent.WhoIsContact when question.Plans.Count > 0 && question.Said.Unit is null && (question.Focus.Task is not null || question.Focus.TaskSubject is not null)
                && asker.Sees(Ability.SeeOverview):
                return await tasks.AnswerAsync(question, cancellationToken);
            case Intent.WhoIsContact when !asker.Sees(Ability.SeeOverview) && question.Said.Unit is null or { IsUnknown: true } && AsksForOffice.IsMatch(question.Said.Plain):
            case Intent.WhoIsContact when !asker.Sees(Ability.RunPlan) && asker.Person.IsLeader && WhomToAsk.IsMatch(question.Said.Plain):
            case Intent.WhoRuns:
                return CommonTexts.WhoRuns([.. (await people.InRoleAsync(PersonRole.Coordinator, cancellationToken)).Select(person => (person.Name, person.Mobile ?? person.Phone))], question.Plans.Count > 0 ? question.Plans[0].Plan.Contact : null, language);
            case Intent.Export when asker.Person.Contacts.Count > 0 && !asker.Sees(Ability.SeeOverview) && ToShow.IsMatch(question.Said.Plain):
                return HowTexts.Copy(language);
            case Intent.Delete:
                return DeletionTexts.NothingIsDeleted(asker.Person, question.Said.Unit?.One?.Name, language);
            case Intent.People when asker.Sees(Ability.SeeOverview) && question.Plans.Count > 0 && ListWords.In(question.Said.Plain) is { } withContacts:
                return await contacts.ListAsync(question, withContacts, cancellationToken);
            case Intent.People when asker.Sees(Ability.SeeOverview):
                return await contacts.CountAsync(language, cancellationToken);
            case Intent.People:
                return CommonTexts.OwnUnitsOnly(language);
            case Intent.Requests when asker.Sees(Ability.RunPlan):
                return await requests.OpenAsync(question.Said.Unit is null && question.Said.Refers == Reference.None ? null : question.Focus.UnitId, language, cancellationToken, Understand.AsksWhoObjects(question.Said.Plain) ? RequestKind.NotOurs : null);
            case Intent.FindTasks or Intent.Promises or Intent.Extended or Intent.PlanTasks when !asker.Sees(Ability.SeeOverview):
                return asker.Person.Contacts.Count > 0 ? await OwnInsteadAsync(question, cancellationToken) : OwnTexts.NoUnit(language);
            case Intent.HowToDo when !asker.Sees(Ability.RunPlan):
                return await ForOthersAsync(question, cancellationToken);
            case Intent.Extend or Intent.Waive or Intent.Return or Intent.Accept or Intent.Broadcast or Intent.ChangeContact or Intent.Handover or Intent.NotOurs
                or Intent.Snooze or Intent.CarryOver or Intent.Undo or Intent.Withdraw or Intent.Requests or Intent.SignOff or Intent.Grant or Intent.Decline
                or Intent.Invite or Intent.PauseReminders or Intent.ResumeReminders or Intent.ImportNotice or Intent.NameUnit or Intent.Explain or Intent.FollowProblem or Intent.CloseProblem or Intent.ClosePeriod or Intent.ChangeLadder or Intent.OrderStep or Intent.Absence or Intent.BackAgain:
                return await ForOthersAsync(question, cancellationToken);
        }
        if (await how.AnswerAsync(question, cancellationToken) is { } explained)
            return explained;
        if (question.Plans.Count == 0)
            return IsQuestion(question.Intent) ? CommonTexts.NoPlanYet(language) : null;
        if (OfficeAnswers.Knows(question.Intent))
            return await office.AnswerAsync(question, cancellationToken) ?? await ForOthersAsync(question, cancellationToken);
        return question.Intent switch
        {
            Intent.ReadReport or Intent.UnitStatus when Understanding.EarlierVersion.In(question.Said.Plain) is not null && asker.Sees(Ability.SeeOverview) => await VersionsAsync(question, cancellationToken),
            Intent.Differences => await VersionsAsync(question, cancellationToken),
            Intent.DueDate => await due.AnswerAsync(question, cancellationToken),
            Intent.Extended => await extended.AnswerAsync(question, cancellationToken),
            Intent.PlanTasks when question.Focus.UnitId is null => await planTasks.AnswerAsync(question, cancellationToken),
            Intent.PlanTasks => await AboutUnitAsync(With(question, Intent.UnitStatus), cancellationToken),
            Intent.FindTasks => await search.AnswerAsync(question, cancellationToken),
            Intent.Promises => await promises.AnswerAsync(question, cancellationToken),
            Intent.Calendar => await calendar.AnswerAsync(question, cancellationToken),
            Intent.WhoIsContact => await contacts.AnswerAsync(question, cancellationToken),
            Intent.MyTasks or Intent.MyReport or Intent.MyStatus when asker.Person.Contacts.Count > 0 => await own.AnswerAsync(question, cancellationToken),
            Intent.WhatWasDone => await OwnInsteadAsync(question, cancellationToken),
            // We for a coordinator is the office: 我们还差谁.
            Intent.MyStatus or Intent.MyTasks when asker.Sees(Ability.SeeOverview) => await periods.AnswerAsync(With(question, Intent.WhoMissing), cancellationToken),
            Intent.WhoOverdue or Intent.WhoMissing or Intent.WhoReported or Intent.AllIn or Intent.Rate or Intent.Brief => asker.Sees(Ability.SeeOverview)
                ? await periods.AnswerAsync(question, cancellationToken)
                : await OwnInsteadAsync(question, cancellationToken),
            Intent.UnitStatus or Intent.ReadReport or Intent.MyReport => await AboutUnitAsync(question, cancellationToken),
            _ => null,
        };
    }

    /// <summary>Of the unit named; of a contact's own where none is.</summary>
    private async Task<Reply> VersionsAsync(Question question, CancellationToken cancellationToken)
    {
        var own = question.Asker.Person.Contacts.Select(contact => contact.UnitId).ToList();
        if (question is { Focus.UnitId: null, Said.Unit: null } && own.Count > 1)
            return await OfSeveralAsync(question, own, cancellationToken);
        var unit = question.Focus.UnitId ?? (question.Said.Unit is null && own.Count > 0 ? own[0] : null);
        if (unit is { } unitId && question.Asker.Sees(Ability.SeeUnit, unitId))
            return await versions.OfUnitAsync(question, unitId, cancellationToken) ?? new(OwnTexts.NothingOwed(question.Language));
        if (!question.Asker.Sees(Ability.SeeOverview))
            return CommonTexts.OwnUnitsOnly(question.Language);
        // 今天都改过什么, when no report is spoken of: everything that was done.
        if (question is { Said.Unit: null, Focus: { Task: null, TaskSubject: null } } && await office.AnswerAsync(With(question, Intent.Audit), cancellationToken) is { } trail)
            return trail;
        return question.Said.Unit is { IsAmbiguous: true } several
            ? UnitTexts.WhichOne(several.Words, several.Candidates, question.Language)
            : UnitTexts.Unknown(question.Said.Unit?.Words ?? "", question.Language);
    }

    /// <summary>Of all units of a contact.</summary>
    private async Task<Reply> OfSeveralAsync(Question question, List<Guid> own, CancellationToken cancellationToken)
    {
        var found = new List<Reply>();
        foreach (var unit in own.Where(unit => question.Asker.Sees(Ability.SeeUnit, unit)))
        {
            if (await versions.OfUnitAsync(question, unit, cancellationToken) is { } reply)
                found.Add(reply);
        }
        return found.Count == 0
            ? new(OwnTexts.NothingOwed(question.Language))
            : new(string.Join("\n\n", found.Select(reply => reply.Text))) { Buttons = [.. found.SelectMany(reply => reply.Buttons).DistinctBy(button => button.Message).Take(6)] };
    }

    private async Task<Reply> AboutUnitAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.Asker.Sees(Ability.SeeOverview))
            return question.Focus is { UnitId: null, TaskSubject: not null } or { UnitId: null, Task: not null } && question.Said.Unit is null
                ? await tasks.AnswerAsync(question, cancellationToken)
                // 二季度到今天什么情况 names no unit: of all.
                : question is { Intent: Intent.UnitStatus, Focus: { UnitId: null }, Said: { Units.Count: 0, UnknownName: null, Refers: Reference.None } } && (question.Focus.Periods.Count > 0 || question.Said.Leftover.Length <= LongestRest) && AsksForAll.IsMatch(question.Said.Plain)
                ? await periods.AnswerAsync(With(question, Intent.Rate), cancellationToken)
                : await units.AnswerAsync(question, cancellationToken);
        if (question.Focus.UnitId is { } unit && question.Asker.Sees(Ability.SeeUnit, unit))
            return await own.AnswerAsync(question, cancellationToken);
        // A unit that is not theirs, unknown or one of several: all the same to a contact, who learns nothing from the answer.
        var namesAnother = question.Said.Unit is not null || question.Focus.UnitId is not null || (question.Said.Leftover.Length > 1 && question.Said.Tasks.Count == 0);
        return namesAnother ? CommonTexts.OwnUnitsOnly(question.Language) : await OwnInsteadAsync(question, cancellationToken);
    }

    /// <summary>A contact's question about everybody is answered about the contact's own units.</summary>
    private async Task<Reply> OwnInsteadAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.Asker.Person.Contacts.Count == 0)
            return OwnTexts.NoUnit(question.Language);
        var isReading = question.Intent == Intent.ReadReport;
        var answer = await own.AnswerAsync(With(question, isReading ? Intent.MyReport : Intent.MyStatus), cancellationToken);
        return isReading || (question.Intent is Intent.WhoMissing or Intent.WhoOverdue or Intent.WhoReported or Intent.AllIn or Intent.UnitStatus or Intent.WhatWasDone && !AboutUnits.IsMatch(question.Said.Plain)) ? answer : answer with { Text = $"{OwnTexts.OwnOnly(question.Language)}\n{answer.Text}" };
    }

    private static Regex Endless => field ??= new("一直(?:这么|这样)?(?:发|催|提醒)|没完没了|(?:发|催|提醒)到(?:什么时候|啥时候|哪天|几时|何时)|永远|(?<![a-z])(?:forever|for ever|endlessly|until when|how long|never end|does it (?:ever )?(?:stop|end))(?![a-z])");

    /// <summary>还有没有没交的 may well be about the own unit; 多少家交了 is not.</summary>
    private static Regex AboutUnits => field ??= new("谁|单位|部门|家|委办|局|别人|其他|其它|大家|各|全市|全部|都有|(?<![a-z])(?:who|whom|units?|offices?|others?|every(?:one|body)|any(?:one|body)|else|all)(?![a-z])");

    /// <summary>有问题找谁, 你们电话多少: a contact's own name is known to them.</summary>
    /// <summary>Whether a contact means the office, and nobody of the own unit.</summary>
    internal static bool IsAboutOffice(string plain) => AsksForOffice.IsMatch(plain);

    private static Regex AsksForOffice => field ??= new("^(?:那|请问|到底|,)*(?:是)?谁(?:来|在|是)?(?:具体)?(?:负责|主管|管着?|牵头)(?!我们?|咱)|你们|您们|牵头|管理|(?:找|问|联系|打给)(?:谁|哪位|哪个)|打(?:哪|什么|哪个)(?:里|儿)?电话|打哪|(?<![a-z])(?:your|you|coordinat[a-z]+|whom?)(?![a-z])(?!.*(?<![a-z])(?:our|my)(?![a-z]))");

    /// <summary>ok thanks, that's all: said when nothing waits for a yes.</summary>
    private static Regex Parting => field ??= new("谢|辛苦|知道了|了解|明白|清楚了|有数了|就这些|没别的|(?<![a-z])(?:thanks?|thank you|that's all|that is all|got it|noted|understood|cheers|no more questions)(?![a-z])");

    /// <summary>那我找谁办, who do I talk to about that: a leader, who changes nothing, means whoever can.</summary>
    private static Regex WhomToAsk => field ??= new("^(?:那|这(?:个|事)?|我|该|应该|要|,)*(?:找|问|跟|和|联系)(?:谁|哪位|哪个人?)(?:办|说|去|处理|弄|反映|问|提|呢|啊)*[?]?$|^(?:so |and |then |ok,? )*who(?:m)? (?:do|should|can|shall|must|would) (?:i|we) (?:talk|speak|turn|ask|go|write|call|see|tell|contact)(?: to)?(?: (?:about|for|with) (?:that|this|it))?(?: then| instead)?[?]?$");

    /// <summary>能导出来给领导看吗: the own words, before they are filed.</summary>
    private static Regex ToShow => field ??= new("领导|处长|局长|主任|科长|我们的|自己的|我写的|打印|(?<![a-z])(?:boss|director|my (?:own )?(?:report|draft|text)|print)(?![a-z])");

    /// <summary>Letters that may be left unexplained where nothing names whom the question is about.</summary>
    private const int LongestRest = 2;

    private static Regex AsksForAll => field ??= new("情况|进度|进展|怎么样|怎样|咋样|如何|(?<![a-z])(?:how|status|progress|stand|going|doing)(?![a-z])");

    private static Question With(Question question, Intent intent) => question with { Focus = question.Focus with { Intent = intent } };

    /// <summary>What this person cannot have done here: said who can.</summary>
    private async Task<Reply> ForOthersAsync(Question question, CancellationToken cancellationToken)
    {
        var person = question.Asker.Person;
        if (question.Asker.Sees(Ability.RunPlan))
            return CommonTexts.NotInChat(person, question.Language);
        var coordinators = (await people.InRoleAsync(PersonRole.Coordinator, cancellationToken)).Select(coordinator => coordinator.Name).ToList();
        return person.Contacts.Count > 0 && question.Intent is Intent.Extend or Intent.NotOurs or Intent.Handover or Intent.Snooze or Intent.Waive or Intent.CarryOver or Intent.Withdraw or Intent.Undo
            ? CommonTexts.AskTheOffice(question.Plans.Count > 0 ? question.Plans[0].Plan.Contact : null, coordinators, question.Language)
            : CommonTexts.CoordinatorsOnly(coordinators, person.IsLeader, question.Language);
    }
}
