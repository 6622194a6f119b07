using System.Text;

namespace PlanBot.Texts;

/// <summary>Words around a notice to many; the notice itself is never touched.</summary>
public static class BroadcastTexts
{
    /// <summary>People named one by one; beyond, they are only counted.</summary>
    private const int MostNamed = 20;

    public static Reply AskText(Language language) => new(language.In("请发通知的内容，我会一字不改地转发。", "Please write the notice; it will be passed on word for word."))
    {
        Buttons = [Buttons.Cancel(language)],
    };

    /// <summary>A change that fits no place of the notice, or several.</summary>
    public static Reply AskWholeText(Language language) => new(language.In("看不出要改通知里的哪一处，请把改好的全文再发一遍。", "It is not clear which part of the notice is to be changed; please send the whole notice as it should read."))
    {
        Buttons = [Buttons.Cancel(language)],
    };

    public static Reply TooLong(int length, int longest, Language language) => new(language.In(
        $"通知有{length}字，超过了{longest}字的上限，请精简后再发一次。", $"The notice has {length} characters, more than {longest}; please send a shorter one."))
    {
        Buttons = [Buttons.Cancel(language)],
    };

    /// <param name="audience">Name of the audience: Contacts, Overdue, Missing or UnitLeaders.</param>
    /// <param name="waiting">For which working hours it waits, in which zone; null when it goes out at once.</param>
    public static Reply Preview(
        string text, string audience, IReadOnlyList<UrgeLine> people, IReadOnlyList<UrgeLine> unreachable, (DateTimeOffset Until, TimeZoneInfo Zone)? waiting, Language language)
    {
        var preview = new StringBuilder(language.In($"将向{Audience(audience, language)}{people.Count}人发出以下通知，每人一条，一字不改：", $"This notice will go to {people.Count} {Audience(audience, language)}, once each, word for word:"))
            .Append("\n————\n").Append(text).Append("\n————\n")
            .Append(language.In("收件人：", "To: ")).Append(Names(people, language));
        if (unreachable.Count > 0)
            preview.Append('\n').Append(language.In($"没有绑定账号、收不到的{unreachable.Count}人：", $"{unreachable.Count} not bound to any account, who will not get it: ")).Append(Names(unreachable, language));
        if (waiting is not var (until, zone))
            return ActTexts.Confirm(preview.ToString(), language);
        var reply = ActTexts.Confirm(preview.Append('\n').Append(UrgeTexts.Waits(until, zone, language)).ToString(), language);
        return reply with { Buttons = [reply.Buttons[0], UrgeTexts.SendNow(language), .. reply.Buttons.Skip(1)] };
    }

    /// <summary>Before a notice that blames a unit by name goes to others as well.</summary>
    public static string Blames(IReadOnlyList<string> units, int people, Language language) => language.In(
        $"请注意：通知里点了{string.Join("、", units)}的名，{people}人都会看到。要求是不搞公开点名、排名；可以改写，或只对该单位说“催一下{units[0]}”。",
        $"Note: this names {string.Join(", ", units)}, and {people} people will read it. Units are not to be blamed or ranked in public; reword it, or urge {units[0]} alone.");

    public static Reply Nobody(IReadOnlyList<UrgeLine> unreachable, Language language) => new(unreachable.Count == 0
        ? language.In("没有符合条件的收件人，没有发出通知。", "Nobody fits, so no notice was sent.")
        : language.In($"收件人都没有绑定账号，通知发不出去：{Names(unreachable, language)}", $"None of them is bound to an account, so no notice can be sent: {Names(unreachable, language)}"))
    {
        Buttons = [Buttons.Unreachable(language)],
    };

    public static Reply Sent(int people, (DateTimeOffset Until, TimeZoneInfo Zone)? waiting, Language language) => new(waiting is var (until, zone)
        ? language.In($"已安排好，通知于{Days.Moment(until, zone)}发给{people}人。送出之前可以“撤回通知”。", $"Arranged: the notice goes to {people} {(people == 1 ? "person" : "people")} at {Days.Moment(until, zone)}. Say \"undo\" to recall it before that.")
        : language.In($"通知已发给{people}人。尚未送出的可以“撤回通知”。", $"The notice is on its way to {people} {(people == 1 ? "person" : "people")}. Say \"undo\" to recall what has not left yet."))
    {
        Buttons = [new(language.In("撤回通知", "Recall"), language.In("撤回通知", "Recall the notice"))],
    };

    public static Reply NotSent(Language language) => new(language.In("没有发出：这条通知已经发过，或已没有收件人。", "Nothing was sent: the notice has gone out before, or there is nobody left to send it to."));

    public static Reply Recalled(int recalled, int gone, Language language) => new(recalled == 0
        ? language.In($"通知已全部送出（{gone}人），不能撤回；需要更正时，可以再发一条。", $"The notice has reached all {gone} already and cannot be recalled; send another to correct it.")
        : gone == 0
        ? language.In($"已撤回，{recalled}人都不会收到。", $"Recalled; none of the {recalled} will get it.")
        : language.In($"已撤回未送出的{recalled}人；另有{gone}人已经送出，不能撤回。", $"Recalled for {recalled}; {gone} have it already."));

    /// <summary>The notice as it arrives.</summary>
    public static Reply Letter(string text, Language language) => new(language.In("牵头部门通知：", "Notice from the coordinating office:") + "\n" + text);

    private static string Audience(string audience, Language language) => audience switch
    {
        "Overdue" => language.In("逾期单位联络员", "contacts of overdue units"),
        "Missing" => language.In("未报单位联络员", "contacts of units that have not reported"),
        "UnitLeaders" => language.In("各单位负责同志", "leaders of units"),
        _ => language.In("联络员", "contacts"),
    };

    private static string Names(IReadOnlyList<UrgeLine> people, Language language) =>
        string.Join(language.In("、", ", "), people.Take(MostNamed).Select(person => language.In(
            $"{person.Name}（{string.Join("、", person.Units.Select(unit => unit.UnitName))}）", $"{person.Name} ({string.Join(", ", person.Units.Select(unit => unit.UnitName))})")))
        + (people.Count > MostNamed ? language.In($"等共{people.Count}人", $" and others, {people.Count} in all") : "");
}
