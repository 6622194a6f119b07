using PlanBot.Data.Model;

namespace PlanBot.Texts;

/// <summary>Words of the pages about people, reminders, due dates and records.</summary>
public static class DeskOfficeTexts
{
    public static string Contacts(Language language) => language.In("联络员", "Contacts");
    public static string Reach(Language language) => language.In("联系不上或没有看过消息的", "Out of reach, or not looking");
    public static string AllReached(Language language) => language.In("各单位的联络员都能联系上。", "Every unit's contact can be reached.");
    public static string NoContact(Language language) => language.In("没有登记联络员", "no contact is registered");
    public static string Name(Language language) => language.In("姓名", "Name");
    public static string Place(Language language) => language.In("身份", "Part");
    public static string Phone(Language language) => language.In("电话", "Telephone");
    public static string AllContacts(Language language) => language.In("全部联络员", "All contacts");
    public static string Invite(Language language) => language.In("发邀请", "Invite");
    public static string InvitePerson(string name, Language language) => language.In($"发邀请：{name}", $"Invite {name}");
    public static string Invitation(string name, Language language) => language.In($"{name}的邀请", $"Invitation of {name}");
    public static string InvitationNote(string until, Language language) => language.In(
        $"只显示这一次，请转给本人。{until}前有效；链接和绑定码用掉一个，另一个即失效。先前的邀请已作废。", $"Shown this once: please pass it on. Good until {until}; using the link or the code ends the other. Earlier invitations are void.");
    public static string Link(Language language) => language.In("登录链接", "Link");
    public static string Code(Language language) => language.In("绑定码（在任何聊天里发给我）", "Code (to be sent to PlanBot in any chat)");
    public static string ScanIt(Language language) => language.In("手机扫码打开链接", "Scan to open the link on a phone");
    public static string ToPaste(Language language) => language.In("可直接转发的话", "Words to pass on");

    public static string Reminders(Language language) => language.In("提醒", "Reminders");
    public static string Ladder(Language language) => language.In("提醒节点", "Steps");
    public static string Upcoming(Language language) => language.In("接下来发什么", "What goes out next");
    public static string UpcomingNote(Language language) => language.In("按目前未报情况预计；报了的不再提醒。", "As things stand now; whoever reports is left alone.");
    public static string OfAllPlans(Language language) => language.In("所有计划合在一起：一个人一次只收一条消息。", "Of all plans together: a person gets one message at a time. ");
    public static string NothingUpcoming(Language language) => language.In("目前没有待发的提醒节点。", "No reminder step is coming up.");
    public static string When(Language language) => language.In("时间", "When");
    public static string What(Language language) => language.In("内容", "What");
    public static string People(Language language) => language.In("人数", "People");
    public static string Unreached(Language language) => language.In("其中收不到", "Of these out of reach");
    public static string PutOff(Language language) => language.In("当天已满顺延", "Put off a day");
    public static string Nobody(Language language) => language.In("没有需要提醒的人", "nobody to remind");
    public static string Paused(string since, string? until, Language language) => until is null
        ? language.In($"自{since}起暂停自动提醒。", $"Automatic reminders are paused since {since}.")
        : language.In($"自{since}起暂停自动提醒，到{until}。", $"Automatic reminders are paused from {since} until {until}.");
    public static string KindName(ReminderKind kind, Language language) => kind switch
    {
        ReminderKind.Step => language.In("提醒联络员", "reminder to contacts"), ReminderKind.Escalation => language.In("逾期升级提醒", "escalation"),
        ReminderKind.CoordinatorDigest => language.In("管理员当日情况", "coordinators' digest"), ReminderKind.LeaderDigest => language.In("分管领导情况通报", "leaders' digest"),
        ReminderKind.Urging => language.In("催办", "urging"), ReminderKind.Letter => language.In("办理结果告知", "letter about a decision"), _ => language.In("通知", "announcement"),
    };

    public static string Sent(Language language) => language.In("已经发出的", "What has gone out");
    public static string SentTo(Language language) => language.In("送达人数", "Reached");
    public static string FailedTo(Language language) => language.In("未送达", "Failed");
    public static string WaitingFor(Language language) => language.In("待发", "Waiting");
    public static string NothingSent(Language language) => language.In("本期还没有发过提醒。", "Nothing has gone out for this period yet.");
    public static string Deliveries(Language language) => language.In("每人最近一条消息", "Everybody's last message");

    public static string Calendar(Language language) => language.In("截止日期", "Due dates");
    public static string CalendarNote(Language language) => language.In("每个日期怎么算出来、依据哪份放假安排。", "How each date came about, and which holiday arrangement it rests on.");
    public static string ToCome(Language language) => language.In("尚未开始", "to come");
    public static string Closed(Language language) => language.In("已关闭", "closed");
    public static string Running(Language language) => language.In("进行中", "under way");

    public static string UnitNamed(Language language) => language.In("单位名称（写一部分即可）", "Unit (part of its name)");
    public static string MoreRows(int more, Language language) => language.In($"另有{more}个，没有列出。", $"{more} more are not listed.");
    public static string NoUnitNamed(Language language) => language.In("没有这样的单位。", "There is no such unit.");
    public static string Audit(Language language) => language.In("操作记录", "Audit trail");
    public static string From(Language language) => language.In("从", "From");
    public static string Until(Language language) => language.In("到", "To");
    public static string AllUnits(Language language) => language.In("全部单位", "All units");
    public static string NoRecords(Language language) => language.In("没有符合条件的记录。", "There is no such record.");

    public static string Burden(Language language) => language.In("负担", "Burden");
    public static string BurdenNote(Language language) => language.In("系统给各单位添了多少负担；按通知顺序，不排名。", "The load that PlanBot itself causes; in the notice's order, never ranked.");

    public static string Search(Language language) => language.In("搜索", "Search");
    public static string SearchNote(Language language) => language.In("在各单位报告的正文里找，两个字即可；最近报送的在前。", "Finds words in the text of reports, two Chinese characters are enough; the latest reports first.");
    public static string Words(Language language) => language.In("要找的词", "Words");
    public static string TooShort(Language language) => language.In("请至少输入两个字。", "Please give at least two characters.");
    public static string NothingFound(string words, Language language) => language.In($"没有找到“{words}”。", $"\"{words}\" was not found.");
    public static string SearchCutShort(Language language) => language.In("时间到了，较早的报告没有找完；请把词写具体些再找。", "Time was up before all older reports were searched; please try more precise words.");
    public static string NothingFoundYet(string words, Language language) => language.In($"找了三秒，没有找到“{words}”，但没有查完。请把词写具体些再试。", $"\"{words}\" was not found within three seconds, but not all was looked through. Please try more precise words.");
    public static string StillSearching(Language language) => language.In("上一次搜索还没有查完，请稍候再试。", "Your last search is still running. Please try again in a moment.");
    public static string Found(int count, bool isCut, Language language) => isCut ? language.In($"只显示最近的{count}处，请把词写具体些。", $"The latest {count}; more precise words find fewer.") : language.In($"找到{count}处。", $"{count} found.");
}
