using System.Globalization;
using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Importing.Repair;

/// <summary>Reads how a notice's units are put right in words while its preview is shown: 第3项的责任单位改成市教委, 把同上删掉, change the lead of task 3 to .... Pure.</summary>
internal static class RepairWords
{
    /// <returns>In the order said; empty when the words, or a part of them, are no such repair.</returns>
    public static IReadOnlyList<UnitRepair> Read(string said)
    {
        var parts = Part.Split(said.Trim()).Select(part => Opening.Replace(part, "")).Where(part => part.Length > 0);
        var repairs = parts.Select(One).ToList();
        return repairs.Count is > 0 and <= 20 && repairs.TrueForAll(repair => repair is not null) ? [.. repairs.Select(repair => repair!)] : [];
    }

    private static UnitRepair? One(string said)
    {
        foreach (var (pattern, kind) in new[] { (SetRole, RepairKind.Set), (SetNot, RepairKind.Set), (SetBy, RepairKind.Set), (DropTask, RepairKind.DropTask), (Add, RepairKind.Add), (ReplaceIn, RepairKind.Replace), (DropFrom, RepairKind.Drop), (DropAll, RepairKind.Drop), (ReplaceAll, RepairKind.Replace) })
        {
            if (pattern.Match(said) is { Success: true } match && Of(match, kind) is { } repair)
                return repair;
        }
        return null;
    }

    private static UnitRepair? Of(Match match, RepairKind kind)
    {
        var place = match.Groups["n"] is { Success: true } number ? PlaceOf(number.Value) : null;
        var old = match.Groups["old"] is { Success: true } gone ? Unquoted(gone.Value) : null;
        var names = match.Groups["new"] is { Success: true } list ? Names(list.Value) : null;
        var isUnread = (match.Groups["n"].Success && place is null) || old is { Length: 0 } || names is { Count: 0 } || (old is not null && OfSomethingElse.IsMatch(old)) || (names?.Any(name => OfSomethingElse.IsMatch(name)) ?? false);
        return isUnread ? null : new(kind, place, match.Groups["role"] is { Success: true } role ? RoleOf(role.Value) : null, old, names);
    }

    private static int? PlaceOf(string number) => EnglishNumbers.IndexOf(number.ToLowerInvariant()) is var at and >= 0 ? at + 1 : ChineseDates.NumberOf(number);

    private static readonly List<string> EnglishNumbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    private static IReadOnlyList<string> Names(string list) => [.. Between.Split(list).Select(Unquoted).Where(name => name.Length > 0).Distinct()];

    private static string Unquoted(string name) => name.Trim().Trim('“', '”', '"', '「', '」', '‘', '’', '\'', ' ');

    private static AssignmentRole RoleOf(string role) => role.ToLower(CultureInfo.InvariantCulture) switch
    {
        var word when word.StartsWith("牵头", StringComparison.Ordinal) || word is "主办" or "主责" or "lead" or "leading" => AssignmentRole.Lead,
        "责任" or "负责" or "responsible" => AssignmentRole.Responsible,
        _ => AssignmentRole.Support,
    };

    private const string Task = "第(?<n>[0-9]{1,4}|[一二三四五六七八九十]{1,3})(?:个任务|项任务|条任务|号任务|[项条个号])";
    private const string Role = "(?<role>牵头责任|牵头|主责|主办|负责|责任|配合|协办|协同|支持|参与)(?:单位|部门)?";
    private const string Name = "[^，,。；;！!？?：:]{1,60}?";
    private const string List = "[^。；;！!？?：:]{1,300}?";
    private const string Becomes = "(?:应该是|应当是|应是|应为|要改成|改成|改为|改作|换成|换为|写成|设为|是|为|：|:)";
    private const string Gone = "(?:都|全部|全|给)?(?:删掉|删除|删去|删了|去掉|去除|拿掉|移除)(?:吧|了)?";
    private const string EnglishTask = "(?:task|item|no\\.?) ?#?(?<n>[0-9]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)";
    private const string EnglishRole = "(?<role>leading|lead|supporting|support|helping|responsible)(?: units?| offices?)?";
    private const RegexOptions Loosely = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static Regex SetRole => field ??= new(
        $"^(?:把|将)?{Task}的?{Role}{Becomes}(?<new>{List})(?:[，,]?(?:而)?不是(?<old>{Name}))?(?:吧|才对)?[。.]?$"
        + $"|^(?:change|set|make|correct) the {EnglishRole} (?:of|for|in|on) {EnglishTask},? (?:to|be|as|into)(?: be)? (?<new>{List})(?:,? (?:and )?(?:not|instead of) (?<old>{Name}))?[.]?$"
        + $"|^the {EnglishRole} (?:of|for|in|on) {EnglishTask} (?:is|are|should be|must be) (?<new>{List})(?:,? (?:and )?(?:not|instead of) (?<old>{Name}))?[.]?$"
        + $"|^(?:for |in )?{EnglishTask}(?:[:,]|'s)? (?:the )?{EnglishRole} (?:is|are|should be|must be) (?<new>{List})(?:,? (?:and )?(?:not|instead of) (?<old>{Name}))?[.]?$", Loosely);

    private static Regex SetNot => field ??= new($"^{Task}的?{Role}不是(?<old>{Name})[，,]?(?:而是|而应该?是|应该是|应是|应为|是)(?<new>{List})[。.]?$");

    private static Regex SetBy => field ??= new($"^{Task}(?:任务)?(?:应该?是|应由|该由|是|由|改由)(?<new>{List})(?<role>牵头|主办|负责|配合|协办)(?:的)?[。.]?$");

    private static Regex DropTask => field ??= new($"^(?:把|将)?(?:整个)?{Task}(?:整项|整个|这项)?(?:{Gone}|不要了?|不是任务)[。.]?$|^(?:删掉|删除|去掉){Task}[。.]?$|^(?:remove|delete|drop|take out) {EnglishTask}[.]?$", Loosely);

    private static Regex Add => field ??= new(
        $"^(?:给|把|将)?{Task}(?:的|里)?(?:{Role})?(?:再)?(?:加上|增加|补上|添上|加|补)(?:一个|一家)?(?<new>{List})[。.]?$|^add (?<new>{List}) (?:to|in) {EnglishTask}(?: as (?:an? |the )?{EnglishRole})?[.]?$", Loosely);

    private static Regex ReplaceIn => field ??= new(
        $"^(?:把|将)?{Task}(?:的|里的?|中的?)?(?:{Role}的?)?(?<old>{Name})(?:改成|改为|换成|换为|应该是|应为)(?<new>{List})(?:吧)?[。.]?$|^(?:in {EnglishTask},? )(?:replace|change) (?<old>{Name}) (?:with|by|to|into) (?<new>{List})[.]?$|^(?:replace|change) (?<old>{Name}) (?:with|by|to|into) (?<new>{List}) in {EnglishTask}[.]?$", Loosely);

    private static Regex DropFrom => field ??= new(
        $"^(?:把|将)?{Task}(?:的|里的?|中的?)?(?:{Role}的?)?(?<old>{Name}){Gone}[。.]?$|^(?:把|将)?{Task}(?:里|中)?(?:删掉|删除|去掉|去除|拿掉|不要|没有)(?<old>{Name})[。.]?$|^(?:remove|delete|drop|take out) (?<old>{Name}) (?:from|in) {EnglishTask}[.]?$", Loosely);

    private static Regex DropAll => field ??= new($"^(?:把|将)(?:所有的?|全部的?)?(?<old>{Name}){Gone}[。.]?$|^(?:删掉|删除|去掉|去除)(?:所有的?|全部的?)?(?<old>{Name})[。.]?$|^(?:remove|delete|take out) (?<old>{Name})(?: everywhere| from all(?: tasks)?)?[.]?$", Loosely);

    private static Regex ReplaceAll => field ??= new($"^(?:把|将)(?:所有的?|全部的?)?(?<old>{Name})(?:都|全部|全)?(?:改成|改为|换成|换为)(?<new>{List})(?:吧)?[。.]?$|^(?:replace|change) (?<old>{Name}) (?:with|by|to|into) (?<new>{List})(?: everywhere)?[.]?$", Loosely);

    /// <summary>Not units, though they can be changed or dropped: such words are for others to read. Only where they are the whole name or its end: 市机关事务管理局 and 天元区 are units.</summary>
    private static Regex OfSomethingElse => field ??= new(
        "(?:联络员|联系人|电话|手机|号码|邮箱|截止|时间|时限|报送|频[率次]|要求|方式|标题|名称|提醒|计划|草稿|导入|通知|文号|任务|季度|[月年][初中末底]|[上中下]旬|[日期天月年季前]|[0-9][号点时]|(?:周|星期)[一二三四五六]|半)$"
        + "|^(?:发文|制发|印发|签发|来文)?机关$|^(?:牵头|主办|主责|负责|责任|配合|协办|协同|支持|参与)?(?:单位|部门)$|^每?[日周旬月季年]报$"
        + "|^(?:这|那|它|他)(?:[些个们几0-9一二两三四五六七八九十]*(?:项|条|家|个|件|段|句|行|里|种)?)$|^(?:全部|所有|一切)$"
        + "|^(?:it|this|that|them|these|those|all|everything|the)$|^(?:the )?due(?![a-z])"
        + "|(?<![a-z])(?:contact(?: person)?|phone|number|deadline|rule|title|date|day|month|quarter|period|plan|reminder|draft|import|notice|task|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?(?:$| (?:of|for|in|to) )", Loosely);

    /// <summary>不对，请…</summary>
    private static Regex Opening => field ??= new("^(?:不对|不是|错了|等等|等一?下|还有|另外|对了|哦|请|麻烦|帮我|你|再|然后|[，,、\\s]|(?:no|sorry|please|and|also|wait|actually|then)(?![a-z])[,.]?)+", Loosely);

    private static Regex Part => field ??= new("[；;。\\n]+|[，,](?=\\s*(?:把|将|再把|给)?第[0-9一二三四五六七八九十]{1,4}[项条个号])|,? and (?=(?:remove|delete|drop|change|set|make|add|replace) )", Loosely);

    private static Regex Between => field ??= new("[、，,]|\\s+and\\s+", Loosely);
}
