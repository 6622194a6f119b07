using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>How reporting works.</summary>
public static class HowTexts
{
    public static Reply Correct(Language language) => new(language.In(
        "可以改。报送之后，本期关闭之前随时可以修改：直接说“第一项问题改成……”，核对确认后作为新版本报送，原版本保留；截止日期之前也可以说“撤回第一项”。已审核通过的，请牵头部门退回后再改。",
        "Yes. Until the period closes you can change what you filed: say \"change the problems of task 1 to ...\", check it and confirm; it becomes a new version and the old one is kept. Before the due date you can also say \"withdraw task 1\". What was accepted has to be returned by the coordinating office first."))
    {
        Buttons = [Buttons.MyReport(language), Buttons.MyTasks(language)],
    };

    /// <summary>Whether every task must be written by itself.</summary>
    public static Reply EachTask(Language language) => new(language.In(
        "每项任务单独一条，但可以在一条消息里一次写完：“第一项：进展：…… 问题：…… 第二项：……”。几项相同的部分说一次就行，例如“三项问题都是……”“下一步三项都写……”；没有进展的几项可以一起说“第一、二项无新进展”。",
        "Each task has an entry of its own, but you may write them all in one message: \"Task 1: Progress: ... Problems: ... Task 2: ...\". What is the same for several you say once, e.g. \"problems for all three: ...\"; and for those without news \"nothing new on tasks 1 and 2\"."))
    {
        Buttons = [Buttons.ReportNow(language), Buttons.MyTasks(language)],
    };

    /// <param name="most">Characters of one section.</param>
    public static Reply LengthLimit(int most, Language language) => new(language.In(
        $"没有字数要求，一两句话就行；每部分最多{most}字。", $"There is no length to reach; a sentence or two will do. A section takes at most {most} characters."));

    /// <summary>What the figures count.</summary>
    public static Reply Counted(Language language) => new(language.In(
        "按应报事项计算：每个单位的每项任务算一项（牵头、配合分别按通知要求计）。报送率＝已报项数÷应报项数，免报的不计入；“按时”以截止日期前报出为准，之后报的算逾期补报，到期仍没报的算逾期未报。单位数另列：一个单位的应报事项全部报出，才算报齐。",
        "By reports owed: each task of each unit counts once. The rate is reports filed out of reports owed; what was waived is left out. Filed by the due date is in time, filed afterwards is late, still missing after it is overdue. Units are counted separately: a unit is complete when everything it owes is in."))
    {
        Buttons = [Buttons.Rate(language), Buttons.WhoHasNotReported(language)],
    };

    /// <summary>The same with the figures of a period.</summary>
    public static Reply CountedIn(ReportingPeriod period, IReadOnlyList<Data.Queries.UnitTally> units, Language language)
    {
        var (owed, reported, late) = (units.Sum(unit => unit.Owed - unit.Waived), units.Sum(unit => unit.Reported), units.Sum(unit => unit.Late));
        var waived = units.Sum(unit => unit.Waived) is > 0 and var left ? language.In($"免报的{left}项不计入。", $" The {left} waived are left out.") : "";
        var figures = language.In(
            $"{PeriodNames.Of(period, language)}：分母是全部应报{owed}项，不只是已报的{reported}项。报送率＝{reported}÷{owed}＝{PeriodTexts.Percent(reported, owed)}；按时率＝{reported - late}÷{owed}＝{PeriodTexts.Percent(reported - late, owed)}。{(reported > 0 ? $"只看已报的{reported}项，按时的是{reported - late}项，占{PeriodTexts.Percent(reported - late, reported)}。" : "")}{waived}",
            $"{PeriodNames.Of(period, language)}: the base is all {PeriodTexts.Tasks(owed)} owed, not only the {reported} that came in. Reported {reported} of {owed} ({PeriodTexts.Percent(reported, owed)}), in time {reported - late} of {owed} ({PeriodTexts.Percent(reported - late, owed)}).{(reported > 0 ? $" Of the {reported} that came in, {reported - late} were in time ({PeriodTexts.Percent(reported - late, reported)})." : "")}{waived}");
        return Counted(language) with { Text = $"{figures}\n{Counted(language).Text}" };
    }

    /// <summary>What becomes of a problem that is to be followed, and whether anybody need remember it.</summary>
    public static Reply ProblemsFollowed(Language language) => new(language.In(
        "不用您自己记着：标为继续跟踪的问题，下一期问“问题汇总”时会单独列出，并对照该单位新报的内容，说明是仍在反映、换了问题还是不再反映；问“哪些问题还没解决”也能看到。我不会为此单独发提醒。",
        "You need not remember it: a problem that is followed is listed apart when you ask for the problems of the next period, beside what the unit then reports, whether it is reported again, replaced by another or gone; \"problems not solved\" shows it as well. I send no separate reminder for it."))
    {
        Buttons = [Buttons.Problems(language), Buttons.ProblemsLeft(language)],
    };

    /// <summary>Whether units can still change what they filed, as the office asks it.</summary>
    public static Reply CorrectedByUnits(Language language) => new(language.In(
        "报告期关闭之前，单位自己可以改已报的内容，每改一次是一个新版本，旧版本保留；已审核通过的要先退回。关闭之后，已报的不能自行修改，要由牵头部门退回后才能改；没报过的仍可补报，记为逾期补报。",
        "Until the period closes a unit can change what it filed, each change being a new version; what was accepted has to be returned first. After it is closed, not by themselves: what was filed changes only when it is returned; what was never reported can still be handed in, marked late."))
    {
        Buttons = [Buttons.WhoHasNotReported(language)],
    };

    /// <summary>What follows when units are late, as the office asks it.</summary>
    /// <param name="unit">The one spoken of; null for none.</param>
    /// <param name="due">Until when its open reports have time; null when nothing is open.</param>
    public static Reply IfUnitsAreLate(string? unit, DateOnly? due, Language language)
    {
        var first = unit is not null && due is { } day ? language.In($"{unit}未报事项的截止日期是{Days.Full(day, language)}，过了这一天就算逾期。", $"What {unit} owes is due {Days.Full(day, language)}; after that day it is overdue. ") : "";
        return new(first + language.In(
            "逾期之后，提醒按截止日期往后推的提醒计划继续发：先提醒联络员，仍不报的，再提醒到备用联络员、单位分管领导和牵头部门管理员，之后定期再提醒几次，下一期开始催报后不再提醒。补报照收，记为逾期补报；不排名、不通报。",
            "Overdue reports are reminded of by the schedule, counted from their due date: first the contact, then backups, the unit's leader and the coordinators, then a few times more; none once the next period's collection begins. Late reports are still taken and marked late. Nobody is ranked."))
        {
            Buttons = [PreviewTexts.PlanButton(language), Buttons.WhoIsOverdue(language)],
        };
    }

    /// <summary>Whether the office still takes what comes late.</summary>
    public static Reply StillTaken(Language language) => new(language.In(
        "可以。截止日期当天24时前报出的算按时，之后报的照收，记为逾期补报；报告期关闭后，没报过的仍可补报，已报过的要由牵头部门退回后才能改。",
        "Yes. What is filed by midnight of the due date is in time; later reports are still taken and marked late. After a period is closed, what was never reported can still be handed in; what was reported can be changed only when it is returned."))
    {
        Buttons = [Buttons.WhoHasNotReported(language)],
    };

    /// <summary>When reminders go out and when they stop.</summary>
    public static Reply Reminded(Language language) => new(language.In(
        "提醒只发给还没报齐的：报一项就少列一项，报齐当即停发，已报齐的不打扰。只在工作日的工作时间发，周末和节假日不发，调休上班的日子照发。截止之后再提醒几次，下一期开始催报后就不再提醒上一期。同一个人同一时点只收一条，各项合在一起。哪天几点发，见“提醒计划”。",
        "Reminders go only to those who still have something open: each report shortens the list, and when everything is in they stop at once. They are sent in working hours on working days only, make-up days included, never on weekends or holidays. After the due date a few more follow; once the next period's collection begins, the last one is left alone. One person gets one message at a time, with everything in it. Ask for the reminder schedule to see the dates."))
    {
        Buttons = [PreviewTexts.PlanButton(language)],
    };

    /// <summary>Whether it goes on forever.</summary>
    public static string Ends(Language language) => language.In(
        "不会一直发：只提醒还没报齐的，报齐即停；下一期开始催报后，这一期不再提醒。", "No: only those who still have something open are reminded, it stops as soon as they report, and once the next period's collection begins this one is left alone.");

    /// <summary>What a file of a period holds, and how those that have not reported stand in it.</summary>
    public static Reply Exported(Language language) => new(language.In(
        "汇总里每个单位的每项任务都有一行，没交的也在内：“状态”一列写“未报”（有草稿的写“有草稿未报”，退回的写“已退回”，免报的写“免报”），已过截止日期的在“是否逾期”一列写“逾期未报”，进展等各栏空着。Word版开头另有一段：应报、已报、未报各多少项，以及尚未报齐的单位名单。",
        "The summary has a row for every task of every unit, the missing ones too: the state says \"not reported\" (or draft, returned, waived), the lateness column says \"overdue\" once the due date has passed, and the sections are left empty. The Word version also begins with the figures and the units that are not complete."))
    {
        Buttons = [Buttons.WhoHasNotReported(language)],
    };

    /// <param name="office">Whose bot it is; null when the notice does not say.</param>
    public static Reply WhoAmI(string? office, Person person, Language language) => new(language.In(
        $"我是{office}的报送机器人，不是真人：提醒报送、收报告、回答进展方面的问题。需要找人，请联系牵头部门的管理员。",
        $"I am a bot, not a person: I remind, take reports and answer questions about them{(office is null ? "" : $" for {office}")}. If you need somebody, please contact the coordinating office."))
    {
        Buttons = CommonTexts.HomeButtons(person, language),
    };

    /// <summary>Why a contact hears from the program: what is asked of their unit, one line for each plan.</summary>
    public static Reply WhoAmI(string? office, Person person, IReadOnlyList<string> asked, Language language) => asked.Count == 0 ? WhoAmI(office, person, language) : WhoAmI(office, person, language) with
    {
        Text = WhoAmI(office, person, language).Text + language.In("\n您是贵单位登记的联络员，所以提醒发给您。", "\nYou are your unit's contact, so the reminders come to you. ") + string.Join('\n', asked),
    };

    /// <summary>A file that was said to be sent has not come.</summary>
    public static Reply NoFile(Language language) => new(language.In(
        "没有收到文件。请把Word或Excel文件再发一次到这里；传不上来的话，把文字直接粘贴过来也可以。我读出内容请您核对，您确认之后才算报送。",
        "No file has arrived. Please send the Word or Excel file here once more, or paste the text if that does not work. I show you what I read, and nothing is filed before you have confirmed."))
    {
        Buttons = [Buttons.ReportNow(language), Buttons.Form(language), Buttons.MyTasks(language)],
    };

    public static Reply OwnFile(Language language) => new(language.In(
        "可以。现成的Word、Excel文档直接发到这里，我读出内容请您核对，您确认之后才算报送；也可以把文字粘贴过来。进展、问题、成效、下一步分开写最好认，缺的部分我会问。要空白表，点“填报表单”，或说“要Word表”。",
        "Yes. Send the Word or Excel file here as it is: I read it and show you what I found, and nothing is filed before you have confirmed. Or paste the text. It is easiest with progress, problems, results and next steps apart; I ask for what is missing. For a blank one use \"Form\" or say \"Word form\"."))
    {
        Buttons = [Buttons.ReportNow(language), Buttons.Form(language), Buttons.MyTasks(language)],
    };

    /// <summary>Who gets which reminder.</summary>
    public static Reply WhoElse(Language language) => new(language.In(
        "到期前和刚过期时，提醒只发给联络员；截止后几个工作日仍没报齐，同一提醒会同时告知候补联络员、本单位分管领导和牵头部门，只讲本单位还缺的，不涉及别的单位。报齐即停。",
        "Before and just after the due date reminders go to the contact only. When something is still open some working days after it, backup contacts, your unit's leader and the coordinating office are told as well: of your own unit's open tasks, and of no other unit. It stops as soon as everything is reported."))
    {
        Buttons = [Buttons.ReportNow(language), Buttons.MyTasks(language), PreviewTexts.PlanButton(language)],
    };

    /// <summary>A task that looks like another unit's.</summary>
    public static Reply Overlap(Language language) => new(language.In(
        "通知把这项任务分给了贵单位，就由贵单位报本单位做的那部分；别的单位怎么分、报了什么，我不便说。如果认为不该由贵单位报，请说“第几项不归我们”并讲明原因，我转牵头部门决定，答复之前截止日期不变。",
        "The notice gives this task to your unit, so please report your own part of it; what other units have or report I cannot tell you. If you hold that it is not yours, say \"task ... is not ours\" and why: I pass it to the coordinating office, and until they decide the due date stays."))
    {
        Buttons = [Buttons.MyTasks(language), Buttons.ReportNow(language)],
    };

    /// <summary>Who reports before the new contact is there.</summary>
    public static string BeforeHandover(Language language) => language.In(
        "在新联络员接手生效之前，您和新联络员谁报都可以，提醒仍发给您。", "Until the handover takes effect either of you may report, and the reminders still come to you.");

    /// <summary>Who reads what a unit reports.</summary>
    public static Reply WhoSees(Language language) => new(language.In(
        "其他单位看不到，我也不会转告。能看到的只有本单位的联络员和分管领导，以及负责汇总的牵头部门和市分管领导；不对外公开。",
        "Other units cannot see it, and I do not pass it on. It is read by your own unit's contacts and leader, by the coordinating office that collects the reports, and by the leaders in charge; it is not published."));

    /// <summary>What belongs into these sections.</summary>
    /// <param name="isAskedToWrite">Somebody may have wished that it be written for them.</param>
    public static Reply WhatBelongs(IReadOnlyList<ReportSection> sections, bool isAskedToWrite, Language language) => new(
        string.Join('\n', sections.Select(section => ReportNotes.WhatBelongs(section, language))) + (isAskedToWrite ? language.In("\n请按实际情况写，我不代拟。", "\nThe words have to be yours; I do not make them up.") : ""));

    /// <summary>The ways to report.</summary>
    public static Reply Report(Language language) => new(language.In(
        "可以直接在这里发文字：“第一项：进展：…… 问题：…… 成效：…… 下一步：……”，几项可以一次写完，从别处粘贴过来也行；不分标题也可以，缺的部分我会问，没有内容的部分写“无”。用自己的话写就行，中文、英文都可以。中途可以随时停，写过的自动存为草稿，没有确认就不会报送。\n想用表格，就说“要Excel表”或“要Word表”，填好把文件发回这里。附件不是必须的，要附直接发来。核对后回复“确认”才算报送。",
        "Simply write it here: \"Task 1: Progress: ... Problems: ... Results: ... Next steps: ...\", several tasks at once if you like, pasted or typed; without headings I ask for what is missing, and \"none\" will do where there is nothing. Your own words, in Chinese or English. You can stop half-way: what you wrote is kept as a draft, and nothing is filed without your confirmation.\nFor a form say \"Excel form\" or \"Word form\", fill it in and send the file back here. Files are optional. It is filed once you have checked it and said \"confirm\"."))
    {
        Buttons = [Buttons.ReportNow(language), Buttons.Form(language), Buttons.MyTasks(language)],
    };

    /// <summary>How it is reported that there is nothing new.</summary>
    /// <param name="task">The one spoken of; null for none in particular.</param>
    public static Reply Nil(int? task, Language language)
    {
        var (name, words) = task is { } ordinal ? (TaskNames.Ordinal(ordinal, language), language.In($"{TaskNames.Ordinal(ordinal, language)}本季无新进展", $"Task {ordinal}: no progress this quarter")) : ("", language.In("本季无新进展", "No progress this quarter"));
        return new(language.In(
            $"没有进展也要报一下，{name}可以报“无新进展”：回复“{words}”，核对后确认就行。确实不用报的，请牵头部门办理免报。",
            $"It still has to be reported, as a nil report: say \"{words}\" and confirm. If it need not be reported at all, the coordinating office can waive it."))
        {
            Buttons = [new(words, words), Buttons.MyTasks(language)],
            Task = task,
        };
    }

    /// <summary>The words so far, for somebody who has to see them first.</summary>
    public static Reply Copy(Language language) => new(language.In(
        "可以：把上面核对的内容复制给领导看，或者说“要Word表”，我把已填的内容放在表里发给您。先说“存草稿”，看过后说“继续填报”再确认报送。",
        "Yes: copy the text above, or say \"Word form\" and I send you the form with what is filled in. Say \"keep as draft\" meanwhile, and \"continue\" when it has been read."))
    {
        Buttons = [Buttons.Of(language, "要Word表", "Word form"), Buttons.KeepDraft(language)],
    };

    /// <summary>What follows when a report comes late.</summary>
    public static Reply IfLate(Language language) => new(language.In(
        "截止日期当天24点之前报送都算按时。之后仍可补报，记为逾期补报；几天后仍没报的，会告知本单位分管领导和牵头部门，不排名。来不及可以先申请延期。",
        "Until midnight of the due day it is in time. After that you can still report, recorded as late; if nothing comes for some days, the unit's leader and the coordinating office are told. There is no ranking. If you need longer, ask for more time."))
    {
        Buttons = [Buttons.Of(language, "申请延期", "Ask for more time"), Buttons.ReportNow(language)],
    };

    /// <summary>What holds until a request is decided.</summary>
    public static Reply UntilDecided(Language language) => new(language.In(
        "是的。牵头部门答复之前一切照旧：任务仍由贵单位报送，截止日期不变，提醒照常发给您。",
        "Yes. Until the coordinating office has decided all stays as it is: your unit reports, the due date holds, and the reminders come to you."))
    {
        Buttons = [Buttons.MyTasks(language), Buttons.ReportNow(language)],
    };

    /// <summary>One plan's due date, for somebody who has no time now.</summary>
    public static string NotNow(PlanPeriod period, int open, DateTimeOffset now, TimeZoneInfo zone, Language language)
    {
        var (name, due) = (PeriodNames.Of(period.Period, language), Days.Due(period.DueOn, period.DueAt, period.IsProvisional, zone, language));
        return now < period.DueAt
            ? language.In($"{name}还有{open}项待报，截止日期是{due}，写好后直接发给我就行。", $"{PeriodTexts.Tasks(open)} still open for {name}, due {due}; simply send it here when you have it.")
            : language.In($"{name}还有{open}项待报，截止日期{due}已过，请尽早发来，记为逾期补报。", $"{PeriodTexts.Tasks(open)} still open for {name}, which was due {due}; please send it soon, it is recorded as late.");
    }

    /// <param name="lines">One for each plan in which something is open; empty when nothing is.</param>
    public static Reply NotNow(IReadOnlyList<string> lines, Language language) => lines.Count == 0
        ? new(language.In("好的，您辛苦了。目前没有待报的事项。", "All right, thank you. There is nothing open at present."))
        : new(language.In("好的，您先忙。", "All right, take your time. ") + string.Join('\n', lines))
        {
            Buttons = [Buttons.ReportNow(language), new(language.In("到时提醒我", "Remind me"), language.In("稍后提醒我", "Remind me later"))],
        };

    /// <summary>Whether the period can still be reported.</summary>
    /// <param name="open">Reports that the asker's units have not filed.</param>
    public static string StillTime(PlanPeriod period, int open, DateTimeOffset now, TimeZoneInfo zone, Language language)
    {
        var (name, due) = (PeriodNames.Of(period.Period, language), Days.Due(period.DueOn, period.DueAt, period.IsProvisional, zone, language));
        if (open == 0)
            return language.In($"{name}贵单位已全部报齐，不用再报。", $"Your unit has reported everything for {name}; nothing more is needed.");
        return now < period.DueAt
            ? language.In($"可以，来得及。{name}的截止日期是{due}，还有{open}项待报，直接把进展发给我就行。", $"Yes, there is time: {name} is due {due}. {PeriodTexts.Tasks(open)} still open; simply send me the progress.")
            : language.In($"可以补报。{name}的截止日期是{due}，已过，报送后记为逾期补报。还有{open}项待报，直接把进展发给我就行。", $"Yes. {name} was due {due}, so it will be recorded as late. {PeriodTexts.Tasks(open)} still open; simply send me the progress.");
    }

    public static Reply SignOff(IReadOnlyList<(string Title, bool IsNeeded)> plans, Language language) => new(string.Join('\n', plans.Select(plan =>
        (plans.Count > 1 ? language.In($"《{plan.Title}》：", $"{plan.Title}: ") : "") + (plan.IsNeeded
            ? language.In("需要。您确认报送后，我会请本单位分管领导在对话里签批，签批后才算正式报送。", "Yes. Once you have confirmed, I ask your unit's leader to agree here; it counts when they have.")
            : language.In("不需要在这里签批，您确认后即为正式报送；单位内部怎么审核，按本单位的规定办理。", "No. It counts as soon as you confirm; how your unit checks it beforehand is up to your unit.")))))
    {
        Buttons = [Buttons.MyTasks(language), Buttons.ReportNow(language)],
    };
}
