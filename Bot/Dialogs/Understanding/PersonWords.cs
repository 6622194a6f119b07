using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Somebody who is named with how to reach them: 刘洋 13600000000.</summary>
/// <param name="Name">As typed; null when only a number or an address was given.</param>
/// <param name="Phone">Digits only, with a hyphen after the area code of a fixed line; null when none was given.</param>
/// <param name="Email">Null when none was given.</param>
public sealed record PersonMention(string? Name, string? Phone, string? Email);

/// <summary>Finds the person that a sentence names: after 换成, 接我的是, 交给, 邀请 and the like, or beside a phone number.</summary>
public static class PersonWords
{
    private const string After =
        "(?:(?:后面|往后|接下来|之后|下一任|下任|后续)(?:就|都|的)?(?:是|由|归|找)|更?换成|更?换为|改成|改为|变更为|变更成|变为|变成|调整为|换|接我的是|接我的人是|(?:接|接替|接手|接班|顶替|顶|替|接任)(?:我|他|她|·)?(?:班|手|任|位)?的(?:人)?(?:是|叫)|接我班的是|接替我的是|顶替我的是|接手的是|接替的是|接班的是|(?:以后|今后)(?:就|都)?(?:由|找|是|请找|归)?|由|(?:这段时间|这期间|这阵子|期间|暂时|临时|近期)(?:先|就|都)?(?:由|是|请|找)?|交给|移交给|转给|转交给|交接给|接管的是|改由|登记(?:为|成)?|新(?:来|换|接手)?的(?:人|同志|同事)?(?:是|叫)|新?(?:联络员|接口人|联系人|对接人|经办人)(?:现在)?(?:是|叫|为|:)?|邀请|现在是|同事|委托|安排|我是|找|给|让|请)(?:一下)?(?:我们?(?:的)?)?(?:(?:科|处|办公室|单位)里?的?)?(?:[\u4e00-\u9fff]{2,6}?(?:处|科|室|股|中心)(?:的)?)?(?:同事|科员|科长|处长|主任)?";

    private const string End = "(?=$|[\\s,.;:!?(（0-9a-z]|负责|接手|接替|接|对接|来|吧|了|电话|手机|的|替|代|顶|盯|同志|科长|处长|主任|老师|部长|副|报|管|做|担任|继续|处理|联系|加入|绑定|作为|发(?=个|一|邀|链|送|登)|开通|注册|建(?=个|一)|，|和)";

    private static readonly Lazy<Regex> Named = new(() =>
    {
        var surnames = Surnames;
        return new Regex($@"{After}\s*(?<name>(?:{surnames})[\u4e00-\u9fff]{{1,2}}?){End}|(?<![\u4e00-\u9fff])(?<name>(?:{surnames})[\u4e00-\u9fff]{{1,2}})[ ,:(]*(?=1[3-9][0-9]{{9}}|[a-z0-9._%+-]+@)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    });

    /// <returns>Null when nobody is named.</returns>
    public static PersonMention? Find(string raw)
    {
        var folded = Spelling.Fold(raw);
        var name = NameIn(raw, folded);
        var phone = Phone.Match(folded) is { Success: true } found ? found.Value.Replace(" ", "", StringComparison.Ordinal) : null;
        if (phone?[0] == '1')
            phone = phone.Replace("-", "", StringComparison.Ordinal);
        var email = Email.Match(folded) is { Success: true } address ? raw.Substring(address.Index, address.Length) : null;
        return name is null && phone is null && email is null ? null : new(name, phone, email);
    }

    /// <summary>Whether a word alone can be somebody's name: a surname and one or two characters, or two capitalised English words.</summary>
    public static bool IsName(string word) => EnglishAlone.IsMatch(word) || (Alone.Value.IsMatch(word) && !NotAName.IsMatch(word));

    private static readonly Lazy<Regex> Alone = new(() => new Regex($"^(?:{Surnames})[\u4e00-\u9fff]{{1,2}}$", RegexOptions.CultureInvariant));

    private static string Surnames => string.Join('|', RuleFile.Lines("surnames.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).OrderByDescending(name => name.Length));

    private static Regex EnglishAlone => field ??= new("^[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}$");

    private static string? NameIn(string raw, string folded)
    {
        foreach (Match match in Named.Value.Matches(folded))
        {
            var name = match.Groups["name"];
            // 由周一开始, 找单位: words that begin like a surname.
            if (!NotAName.IsMatch(name.Value))
                return raw.Substring(name.Index, name.Length);
        }
        return EnglishName.Match(raw) is { Success: true } english ? english.Groups["name"].Value : null;
    }

    private static Regex Phone => field ??= new(@"(?<![0-9])(?:1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}|0[0-9]{2,3}-?[0-9]{7,8}|[2-9][0-9]{7})(?![0-9])");

    private static Regex Email => field ??= new(@"[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+");

    private static Regex NotAName => field ??= new("^周[一二三四五六日天末]|^(?:单位|金融|教委|市委|区委|时间|方便|高新|马上|成功|成效|任务|任何|安排|安全|何时|何人|于|万|全|常|易|明天|明早|后天|都|卫健|农业|应该|应报|段|左右|关于|解决|项目|经费|管理|辛苦|文旅|文件|问题|单|和|年|季|通过|向|谁|水务|古|平|从|相关|党委|党组|包括|白|江苏|江西|云南|宁夏|温馨|广播|师|查|方案|计划|毛病|连|路|强|支|双|花|黄河|海关|雷|华|房|有)");

    private static Regex EnglishName => field ??= new(@"(?:\b(?:to|is|be|by|with|invite|[Aa]dd|contact|over to|successor|[Cc]olleague|replacement|on|[Ii]t's|[Tt]hat's|ask for|call|meet)|(?:now|:))\s+(?:my colleague |mr\.? |ms\.? |mrs\.? )?(?<name>[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,2}|[\u4e00-\u9fff]{2,3}(?=$|[\s,.0-9]))|(?<=[,:]\s*)(?<name>[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,2})(?=[,:]?\s*\(?(?:1[3-9][0-9]|[A-Za-z0-9._%+-]+@))|(?<name>[A-Z][a-z]+(?:[ -][A-Z][a-z]+){1,2})(?=,? (?:has taken over|took over|is (?:now|taking|the new|their new|new)|will be|replaces|does it now|from now on|instead)| (?:takes|will take|is taking|to take) (?:(?:this|it|that|things|everything|all of it|my (?:job|work|place)|the reporting) )?over| (?:takes|will take) my (?:job|place|role|post)| (?:will )?replaces?\b)");
}
