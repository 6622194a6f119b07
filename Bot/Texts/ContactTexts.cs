using System.Text;
using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <param name="IsBound">Whether the person has come in on some channel.</param>
/// <param name="From">Only where the place is still to begin.</param>
/// <param name="Until">First day without the place; null while no end is known.</param>
public sealed record ContactLine(string Name, ContactKind Kind, string? Duty, string? Phone, bool IsBound, DateOnly? From, DateOnly? Until);

/// <summary>Words about contacts: who they are, changing them, inviting them, handing over.</summary>
public static class ContactTexts
{
    public static string Kind(ContactKind kind, Language language) => kind switch
    {
        ContactKind.Primary => language.In("联络员", "contact"),
        ContactKind.Backup => language.In("备用联络员", "backup"),
        _ => language.In("分管领导", "leader"),
    };

    /// <param name="tellsNumber">The number is asked for: where none is known, that is said.</param>
    public static string Of(string unit, IReadOnlyList<ContactLine> lines, Language language, bool tellsNumber = false)
    {
        if (lines.Count == 0)
            return language.In($"{unit}还没有登记联络员。", $"{unit} has no contact yet.");
        var text = new StringBuilder(language.In($"{unit}：", $"{unit}:"));
        foreach (var line in lines)
        {
            text.Append('\n').Append(language.In($"{Kind(line.Kind, language)}：{line.Name}", $"{line.Name}, {Kind(line.Kind, language)}"));
            foreach (var more in new[] { line.Duty, line.Phone ?? (tellsNumber ? language.In("电话未登记", "no phone number on file") : null), line.IsBound ? null : language.In("尚未绑定账号", "no account bound yet") })
                text.Append(more is null ? "" : language.In($"，{more}", $", {more}"));
            if (line.From is { } from)
                text.Append(language.In($"，{Days.Full(from, language)}起", $", from {Days.Full(from, language)}"));
            if (line.Until is { } until)
                text.Append(language.In($"，到{Days.Full(until.AddDays(-1), language)}为止", $", until {Days.Full(until.AddDays(-1), language)}"));
        }
        return text.ToString();
    }

    public static Reply Count(int all, int bound, int contacts, int backups, int unitLeaders, int coordinators, int leaders, Language language) => new(language.In(
        $"现在登记了{all}人，其中{bound}人已绑定账号。联络员{contacts}人，备用联络员{backups}人，单位分管领导{unitLeaders}人，管理员{coordinators}人，领导{leaders}人（一人可有几种身份）。",
        $"{(all == 1 ? "1 person" : $"{all} people")} registered, {bound} with an account. Contacts: {contacts}, backups: {backups}, unit leaders: {unitLeaders}, coordinators: {coordinators}, leaders: {leaders} (one person may be several)."))
    {
        Buttons = [Buttons.Of(language, "谁联系不上", "Who cannot be reached")],
    };

    /// <summary>All units, with or without their contacts.</summary>
    public static Reply List(IReadOnlyList<string> units, bool withContacts, Language language) => new(
        language.In($"共{units.Count}个单位{(withContacts ? "的联络员" : "")}：", $"{(units.Count == 1 ? "1 unit" : $"{units.Count} units")}{(withContacts ? " with contacts" : "")}:") + "\n" + string.Join('\n', units))
    {
        Buttons = [Buttons.WhoHasNotReported(language)],
    };

    public static Reply NobodyCalled(string name, Language language) => new(language.In($"名单里没有叫“{name}”的人。可以按单位问，例如“市教委联络员是谁”。", $"Nobody called {name} is registered. You can ask by unit, for example \"who is the contact of 市教委\"."));

    public static string WithoutUnit(string name, string? phone, Language language) => language.In($"{name}{(phone is null ? "" : $"，{phone}")}，目前不是哪个单位的联络员", $"{name}{(phone is null ? "" : $", {phone}")}, contact of no unit at present");

    /// <param name="unit">The unit that was named; null when none was.</param>
    public static Reply CannotInvite(string name, string? unit, Language language) => new(language.In(
        $"名单里{(unit is null ? "" : $"{unit}")}没有叫“{name}”的人，没有发出邀请。请先登记：“{unit ?? "某单位"}联络员换成{name}”或“{unit ?? "某单位"}增加备用联络员{name}”，最好带上手机号。",
        $"Nobody called {name} is registered{(unit is null ? "" : $" for {unit}")}, so nobody was invited. First register them: \"change the contact of {unit ?? "the unit"} to {name}\", with the mobile number if you know it."));

    public static Reply InvitesContactsOnly(string name, Language language) => new(language.In(
        $"{name}是管理员或分管领导，没有生成邀请：拿到邀请的人可以用这个名义作决定。请由系统管理员用 planbot 命令行生成。",
        $"{name} is a coordinator or a leader, so no invitation was made: whoever holds it could decide in that name. The administrator makes one with the planbot command line."));

    public static ReplyButton Invite(string unit, Language language) => new(language.In("邀请", "Invite"), language.In($"邀请{unit}联络员", $"Invite the contact of {unit}"));

    public static Reply WhoseContact(Language language) => new(language.In("请问是哪个单位的联络员？", "The contact of which unit?")) { Buttons = [Buttons.Cancel(language)] };

    public static Reply AskName(string unit, Language language) => new(language.In($"{unit}的新联络员是谁？请发姓名，最好带上手机号。", $"Who is the new contact of {unit}? Give the name, with the mobile number if you know it."))
    {
        Buttons = [Buttons.Cancel(language)],
    };

    public static Reply AskMobile(string name, Language language) => new(language.In($"{name}的手机号是多少？邮箱也行；不知道可以说“无”。", $"What is {name}'s mobile number? A mail address will do; say \"none\" if you do not know either."))
    {
        Buttons = [Buttons.None(language), Buttons.Cancel(language)],
    };

    public static Reply AskFrom(string name, Language language) => new(language.In($"从哪一天起由{name}接手？例如“今天”“4月15日”。", $"From which day does {name} take over? Say \"today\" or, for example, \"15 April\"."))
    {
        Buttons = [Buttons.Of(language, "今天", "Today"), Buttons.Cancel(language)],
    };

    /// <param name="old">Names; empty when the unit has no contact.</param>
    public static Reply PreviewChange(string unit, IReadOnlyList<string> old, string next, string? mobile, bool isKnown, ContactKind kind, DateOnly from, bool isToday, Language language, bool keepsOld = false)
    {
        var day = isToday ? language.In("今天", "today") : Days.Full(from, language);
        var who = language.In($"{next}{(mobile is null ? "（手机号未填）" : $"，手机{mobile}")}{(isKnown ? "（已在名单中）" : "")}", $"{next}{(mobile is null ? " (no mobile number)" : $", {mobile}")}{(isKnown ? " (already in the list)" : "")}");
        return ActTexts.Confirm(
            keepsOld && old.Count > 0
                ? language.In($"将更换{unit}的{Kind(kind, language)}：\n{string.Join("、", old)} → {who}\n{day}起由后者接任，前者留作备用联络员，仍可报送。双方会收到通知。", $"The {Kind(kind, language)} of {unit} will change:\n{string.Join(", ", old)} -> {who}\nFrom {day} the place is the latter's; the former stays as backup contact and can still report. Both will be told.")
            : old.Count == 0
                ? language.In($"将登记{unit}的{Kind(kind, language)}：{who}，{day}起。", $"{who} will be the {Kind(kind, language)} of {unit}, from {day}.")
                : language.In($"将更换{unit}的{Kind(kind, language)}：\n{string.Join("、", old)} → {who}\n{day}起由后者接任，前者届时不再有权限；报送记录都保留。双方会收到通知。{(kind == ContactKind.Primary ? "如果只是多一位，请说“作为备用联络员”。" : "")}", $"The {Kind(kind, language)} of {unit} will change:\n{string.Join(", ", old)} -> {who}\nFrom {day} the place is the latter's, and the former has no access any more; all reports are kept. Both will be told.{(kind == ContactKind.Primary ? " If this is one more person, say \"as backup contact\"." : "")}"),
            language);
    }

    public static Reply AlreadyContact(string unit, string name, Language language) => new(language.In($"{name}已经是{unit}的联络员，没有做任何改动。", $"{name} is the contact of {unit} already; nothing was changed."))
    {
        Buttons = [Invite(unit, language)],
    };

    public static Reply NumberOfAnother(string mobile, string owner, Language language) => new(language.In(
        $"手机号{mobile}已登记为{owner}，没有做任何改动。请核对号码；若号码已换人使用，请先不填手机号。", $"{mobile} is registered as {owner}'s number; nothing was changed. Check it, or leave the number out if it has passed to somebody else."));

    /// <param name="isAdded">Nobody had that place: none is replaced.</param>
    public static Reply Changed(string unit, string next, ContactKind kind, DateOnly from, bool isToday, InvitationWords invitation, Language language, bool isAdded = false) => new(language.In(
        $"好的，{unit}的{Kind(kind, language)}{(isToday ? "" : $"自{Days.Full(from, language)}起")}{(isAdded ? $"已登记：{next}，已通知本人，其他人不变" : $"换成{next}，已通知双方")}。\n", $"Done: {next} is the {Kind(kind, language)} of {unit}{(isToday ? "" : $" from {Days.Full(from, language)}")}; {(isAdded ? $"{next} is being told, and nobody is replaced" : "both are being told")}.\n") + Words(next, invitation, language))
    {
        Buttons = [ActTexts.Undo(language), Buttons.WhoHasNotReported(language)],
    };

    /// <param name="ExpiresOn">The last day on which it works.</param>
    public sealed record InvitationWords(string Code, string Link, DateOnly ExpiresOn);

    public static Reply PreviewInvite(string name, string? unit, bool isBound, Language language) => ActTexts.Confirm(
        language.In(
            $"将为{unit}{name}生成绑定码和登录链接，只能用一次，7天内有效；此前没用过的作废。{(isBound ? $"（{name}已绑定过账号，新的会再绑定一个。）" : "")}",
            $"A code and a sign-in link for {name}{(unit is null ? "" : $" of {unit}")} will be made; they work once, for 7 days, and earlier unused ones end.{(isBound ? $" ({name} has an account already; this binds another one.)" : "")}"),
        language);

    public static Reply Invited(string name, InvitationWords invitation, Language language) => new(Words(name, invitation, language)) { Buttons = [ActTexts.Undo(language)] };

    public static Reply WhomToInvite(IReadOnlyList<string> names, Language language) => new(names.Count == 0
        ? language.In("请问邀请谁？请写姓名，或“邀请”加单位名称。", "Whom shall I invite? Give the name, or \"invite\" and a unit.")
        : language.In($"请问邀请哪一位？{string.Join("、", names)}", $"Which of them? {string.Join(", ", names)}"))
    {
        Buttons = [.. names.Take(5).Select(name => new ReplyButton(name, name)), Buttons.Cancel(language)],
    };

    public static Reply NobodyToInvite(string unit, Language language) => new(language.In(
        $"{unit}还没有登记联络员，请先说“{unit}联络员换成”加姓名和手机号。", $"{unit} has no contact yet; first say \"change the contact of {unit} to\" and the name and number."));

    /// <param name="reach">Mobile number or mail address; null when neither is known.</param>
    public static Reply PreviewHandover(string unit, string next, string? reach, DateOnly from, Language language) => ActTexts.Confirm(
        language.In(
            $"将向牵头部门提交交接申请：{unit}的联络员自{Days.Full(from, language)}起由{next}{(reach is null ? "" : $"（{reach}）")}接手。同意之前仍由您报送和接收提醒。",
            $"This will be sent to the coordinating office: {next}{(reach is null ? "" : $" ({reach})")} takes over as contact of {unit} from {Days.Full(from, language)}. Until it is granted you report and are reminded as before."),
        language);

    public static Reply HandoverAsked(int number, string next, Language language) => new(language.In(
        $"已转告牵头部门（编号{number}），同意后由{next}接手，届时通知您。在此之前一切照旧，我没有替您报送任何内容。", $"I have told the coordinating office (number {number}); when they agree, {next} takes over and you are told. Until then all stays as it is; I have filed nothing."))
    {
        Buttons = [Buttons.MyTasks(language), Buttons.ReportNow(language)],
    };

    public static Reply AskOwnDetails(Language language) => new(language.In("新的手机号或邮箱是什么？", "What is the new mobile number or mail address?")) { Buttons = [Buttons.Cancel(language)] };

    /// <param name="reach">The new number, address or both.</param>
    public static Reply PreviewDetails(string name, string reach, Language language) => ActTexts.Confirm(
        language.In($"将转告牵头部门：{name}的联络方式改为{reach}。同意之前登记的联络方式不变。", $"This will be sent to the coordinating office: {name} can now be reached under {reach}. Until they agree the list stays as it is."), language);

    public static Reply DetailsAsked(int number, Language language) => new(language.In(
        $"已转告牵头部门（编号{number}），同意后更新登记，届时通知您。", $"I have told the coordinating office (number {number}); the list is changed when they agree, and you are told."))
    {
        Buttons = [Buttons.MyTasks(language), Buttons.ReportNow(language)],
    };

    public static Reply Letter(ContactLetter letter, Language language) => new((letter.Old.Count, letter.IsUndone) switch
    {
        (_, true) => language.In($"{letter.UnitName}更换{Kind(letter.Kind, language)}一事已撤销，仍按原来的安排。", $"The change of {Kind(letter.Kind, language)} of {letter.UnitName} was taken back; all is as before."),
        (0, _) => language.In($"{letter.UnitName}的{Kind(letter.Kind, language)}登记为{letter.Next}，自{Days.Full(letter.From, language)}起。", $"{letter.Next} is the {Kind(letter.Kind, language)} of {letter.UnitName}, from {Days.Full(letter.From, language)}."),
        _ when letter.KeepsOldAsBackup => language.In(
            $"{letter.UnitName}的{Kind(letter.Kind, language)}由{string.Join("、", letter.Old)}换成{letter.Next}，自{Days.Full(letter.From, language)}起；{string.Join("、", letter.Old)}留作备用联络员，仍可报送。",
            $"{letter.Next} takes over from {string.Join(", ", letter.Old)} as {Kind(letter.Kind, language)} of {letter.UnitName}, from {Days.Full(letter.From, language)}; {string.Join(", ", letter.Old)} {(letter.Old.Count == 1 ? "stays" : "stay")} as backup and can still report."),
        _ => language.In(
            $"{letter.UnitName}的{Kind(letter.Kind, language)}由{string.Join("、", letter.Old)}换成{letter.Next}，自{Days.Full(letter.From, language)}起。报送记录都保留，谢谢配合。",
            $"{letter.Next} takes over from {string.Join(", ", letter.Old)} as {Kind(letter.Kind, language)} of {letter.UnitName}, from {Days.Full(letter.From, language)}. All reports are kept; thank you."),
    });

    private static string Words(string name, InvitationWords invitation, Language language) => language.In(
        $"请把下面的绑定码或链接只交给{name}本人，任选一个，只能用一次，{Days.Readable(invitation.ExpiresOn, language)}前有效：\n绑定码：{invitation.Code}（发给我“绑定 {invitation.Code}”即可）\n登录链接：{invitation.Link}",
        $"Give {name} the code or the link, nobody else; one of them works, once, until {Days.Readable(invitation.ExpiresOn, language)}:\nCode: {invitation.Code} (write \"bind {invitation.Code}\" to me)\nLink: {invitation.Link}");
}
