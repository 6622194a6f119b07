using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>Greetings, help, and what is said to those who may not.</summary>
public static class CommonTexts
{
    /// <summary>When somebody is met for the first time; names no task and no date.</summary>
    public static Reply Greeting(Person person, Language language) => new(language.In(
        $"{person.Name}，您好！我是任务报送助手，负责提醒报送、接收进展、回答进度问题。{What(person, language)}随时可以发送“帮助”。 You can also write in English.",
        $"Hello {person.Name}. I remind, take in progress reports and answer questions about them. {What(person, language)}Write \"help\" at any time. 您也可以用中文。"))
    {
        Buttons = HomeButtons(person, language),
    };

    public static Reply Help(Person person, Language language)
    {
        var lines = new List<string>();
        if (person.Contacts.Count > 0)
        {
            lines.Add(language.In("作为联络员，您可以：", "As a contact you can:"));
            lines.Add(language.In("· 直接发送进展，例如“第一项：进展：…… 问题：…… 成效：…… 下一步：……”，一次可写多项；不写标题也行，我会逐项询问", "· simply write your report, e.g. \"Task 1: Progress: ... Problems: ... Results: ... Next steps: ...\", several tasks at once if you like; without headings I will ask"));
            lines.Add(language.In("· “立即填报”“填报表单”“本季无新进展”", "· \"report now\", \"report form\", \"no progress this quarter\""));
            lines.Add(language.In("· “我的任务”“我报了什么”“什么时候截止”", "· \"my tasks\", \"what did I report\", \"when is it due\""));
            lines.Add(language.In("· 报送后修改，例如“第二项问题改成……”", "· correct what you reported, e.g. \"change the problems of task 2 to ...\""));
            lines.Add(language.In("· 工作变动时，例如“我调走了，接我的是周敏”", "· when somebody takes over from you: \"I am leaving, my successor is Zhou Min\""));
            lines.Add(language.In("· 填报中随时可说“取消”“存草稿”", "· say \"cancel\" or \"keep as draft\" at any time"));
        }
        if (person.IsCoordinator || person.IsLeader)
        {
            lines.Add(language.In(person.IsCoordinator ? "作为管理员，您可以问：" : "您可以查询（只读）：", person.IsCoordinator ? "As coordinator you can ask:" : "You can ask (read only):"));
            lines.Add(language.In("· “谁逾期了”“一季度还有谁没报”“交齐了吗”“报送率”", "· \"who is overdue\", \"who has not reported for Q1\", \"is everyone in\", \"completion rate\""));
            lines.Add(language.In("· 某个单位：“市教委报了吗”“看看市教委的报告”，接着可以问“那农业呢”", "· about a unit: \"has 市教委 reported\", \"show the report of 市教委\", then \"what about agriculture\""));
            lines.Add(language.In("· “三季度几号截止”；“看板”打开网页看板", "· \"when is Q3 due\"; \"dashboard\" opens the web page"));
            lines.Add(language.In(
                "· “历次按时率”“汇总一季度的问题”“最近的操作记录”“谁联系不上”“下一次提醒发给谁”“导出一季度汇总”",
                "· \"how has the on-time rate developed\", \"which problems were reported\", \"recent changes\", \"who cannot be reached\", \"preview reminders\", \"export Q1\""));
            if (person.IsCoordinator)
                lines.Add(language.In("· “发个通知：……”“暂停提醒”“恢复提醒”；把通知文件（.txt）发给我即可导入", "· \"send a notice: ...\", \"pause reminders\", \"resume reminders\"; send a notice as .txt to import it"));
            if (person.IsCoordinator)
            {
                lines.Add(language.In("· “市教委联络员是谁”“市教委联络员换成刘洋 13600000000”“邀请市教委联络员”“待处理的申请”", "· \"who is the contact of 市教委\", \"change the contact of 市教委 to ...\", \"invite the contact of 市教委\", \"open requests\""));
                lines.Add(language.In(
                    "· “市教委第三项退回，缺数字”“市金融局延到4月10日”“证监局的通过”“人行这季度免报”；做之前先给您核对，做完可以“撤销”",
                    "· \"return task 3 of 市教委, no figures\", \"give 市金融局 until 10 April\", \"accept ...\", \"waive ...\"; you see each before it is done, and \"undo\" takes it back"));
                lines.Add(language.In("· “催办逾期单位”，或“催一下”加单位名称；发送前会请您确认", "· \"urge the overdue units\", or one of them; you confirm before anything is sent"));
            }
        }
        return new(string.Join('\n', lines)) { Buttons = HomeButtons(person, language) };
    }

    public static Reply NotUnderstood(Person person, Language language) => new(language.In(
        "抱歉，我没有看懂这句话。可以换个说法，或点下面的按钮。", "Sorry, I did not understand that. Please put it another way, or use a button below.")) { Buttons = HomeButtons(person, language) };

    /// <summary>To an order to the program to be something else, or to forget its rules.</summary>
    public static Reply NoOrders(Person person, Language language) => new(language.In(
        "抱歉，这类指令我不执行。每个人能看什么、能办什么由账号的身份决定，聊天里改不了。", "Sorry, I do not take such orders. What somebody may see or do goes with their account and cannot be changed in the chat."))
    {
        Buttons = HomeButtons(person, language),
    };

    /// <summary>English please, 请说中文.</summary>
    public static Reply LanguageSet(Person person, Language language) => new(language.In("好的，我用中文回答。", "All right, I will answer in English.") + "\n" + What(person, language)) { Buttons = HomeButtons(person, language) };

    public static Reply OffTopic(Person person, Language language) => new(language.In(
        $"抱歉，这个问题我答不上来，我只负责任务进展的报送和查询。{What(person, language)}", $"Sorry, I cannot answer that; I only know about the plan's tasks and reports. {What(person, language)}".TrimEnd()))
    {
        Buttons = HomeButtons(person, language),
    };

    public static Reply Hello(Person person, Language language) => new(language.In($"{person.Name}，您好！请问需要办什么？", $"Hello {person.Name}, what can I do for you?"))
    {
        Buttons = HomeButtons(person, language),
    };

    public static Reply YouAreWelcome(Language language) => new(language.In("好的，感谢配合。", "You are welcome."));

    public static Reply NothingToCancel(Language language) => new(language.In("好的，现在没有正在进行的操作。", "There is nothing going on that could be cancelled."));

    public static Reply NothingToConfirm(Person person, Language language) => new(language.In("好的。现在没有需要确认的内容。", "All right. There is nothing to confirm at the moment."))
    {
        Buttons = HomeButtons(person, language),
    };

    /// <summary>To a contact who asks about another unit: the same words whether there is such a unit or not.</summary>
    public static Reply OwnUnitsOnly(Language language) => new(language.In(
        "抱歉，您只能查看本单位的任务和报送内容，其他单位的情况不便提供。", "Sorry, you can see the tasks and reports of your own unit only; I cannot tell you about others."))
    {
        Buttons = [Buttons.MyTasks(language), Buttons.MyReport(language)],
    };

    /// <param name="coordinators">Names of those who can do it; empty when there is nobody yet.</param>
    public static Reply CoordinatorsOnly(IReadOnlyList<string> coordinators, bool isLeader, Language language)
    {
        // A name that only repeats the office says nothing more: 牵头部门管理员（牵头部门管理员）.
        coordinators = [.. coordinators.Where(name => name != "牵头部门管理员")];
        var who = coordinators.Count == 0 ? "" : language.In($"（{string.Join("、", coordinators)}）", $" ({string.Join(", ", coordinators)})");
        return new(isLeader
            ? language.In($"您的权限是只读查看，这项操作请交由牵头部门管理员{who}办理。", $"Your access is read only. Please ask a coordinator{who} to do this.")
            : language.In($"这项操作由牵头部门管理员{who}办理，请与其联系。", $"This is done by the coordinating office{who}. Please contact them."));
    }

    /// <summary>Who chases the reports, and whom to call.</summary>
    /// <param name="contact">The issuing office's contact as the notice prints it; null when it prints none.</param>
    public static Reply WhoRuns(IReadOnlyList<(string Name, string? Phone)> coordinators, NoticeContact? contact, Language language)
    {
        var names = string.Join(language.In("、", ", "), coordinators.Select(one => one.Phone is null ? one.Name : language.In($"{one.Name}（{one.Phone}）", $"{one.Name} ({one.Phone})")));
        var printed = contact is null ? "" : string.Join(" ", new[] { contact.Office, contact.Person, contact.Phone }.Where(part => !string.IsNullOrEmpty(part)));
        var who = names.Length == 0 ? language.In("还没有登记管理员。", "No coordinator has been registered yet.") : language.In($"催报和汇总由牵头部门负责，管理员：{names}。", $"Chasing and collecting the reports is the coordinating office's work; coordinator: {names}.");
        return new(printed.Length == 0 ? who : $"{who}\n{language.In($"通知所列联系方式：{printed}", $"Contact printed in the notice: {printed}")}");
    }

    /// <param name="contact">The issuing office's contact as the notice prints it; null when it prints none.</param>
    public static Reply AskTheOffice(NoticeContact? contact, IReadOnlyList<string> coordinators, Language language)
    {
        var printed = contact is null ? null : string.Join(" ", new[] { contact.Office, contact.Person, contact.Phone }.Where(part => !string.IsNullOrEmpty(part)));
        var who = string.IsNullOrEmpty(printed) ? string.Join(language.In("、", ", "), coordinators) : printed;
        return new(language.In(
            $"这件事需要牵头部门办理，请联系{(who.Length > 0 ? $"：{who}" : "牵头部门")}。在此之前，报送要求和截止日期不变，我没有登记或提交任何内容。",
            $"The coordinating office has to deal with this; please contact {(who.Length > 0 ? who : "them")}. Until then your tasks and due date stay as they are; I have filed nothing."))
        {
            Buttons = [Buttons.MyTasks(language), Buttons.ReportNow(language)],
        };
    }

    public static Reply NotInChat(Person person, Language language) => new(language.In(
        "这项操作目前不能在对话里办理，我没有做任何改动。", "This cannot be done in the conversation at present; nothing was changed.")) { Buttons = HomeButtons(person, language) };

    /// <summary>In a group, where others read along who may not see the answer.</summary>
    public static Reply InPrivate(Language language) => new(language.In("这里有其他人在看，请在单聊里和我说。", "Others are reading here; please tell me in a private chat."));

    /// <summary>After the second answer in a row that was not understood.</summary>
    public static Reply WayOut(Language language) => new(language.In(
        "抱歉，还是没有看懂。可以按下面的问题回答；回复“取消”就此放下，什么都不会改动；也可以先问别的，例如“帮助”。",
        "Sorry, I still do not understand. Answer the question below, say \"cancel\" to leave it (nothing will change), or ask something else, such as \"help\"."))
    {
        Buttons = [Buttons.Cancel(language), Buttons.Help(language)],
    };

    public static Reply NoPlanYet(Language language) => new(language.In("目前还没有导入任务计划。", "No plan has been imported yet."));

    public static IReadOnlyList<ReplyButton> HomeButtons(Person person, Language language)
    {
        var buttons = new List<ReplyButton>();
        if (person.Contacts.Count > 0)
            buttons.AddRange([Buttons.MyTasks(language), Buttons.ReportNow(language)]);
        if (person.IsCoordinator || person.IsLeader)
            buttons.AddRange([Buttons.WhoIsOverdue(language), Buttons.WhoHasNotReported(language)]);
        buttons.Add(Buttons.Help(language));
        return buttons;
    }

    private static string What(Person person, Language language) => person switch
    {
        { IsCoordinator: true } => language.In("您可以问“谁逾期了”“还有谁没报”。", "Ask \"who is overdue\" or \"who has not reported\". "),
        { IsLeader: true } => language.In("您可以随时查询报送情况。", "Ask about the reports whenever you like. "),
        _ => language.In("您可以问“我的任务”，或直接把进展发给我。", "Ask for \"my tasks\", or simply send me your report. "),
    };
}
