using System.Text.RegularExpressions;
using PlanBot.Domain;
using PlanBot.UseCases;

namespace PlanBot.Dialogs.Understanding;

/// <summary>A change of the ladder, as it was said.</summary>
public sealed record LadderCommand
{
    public LadderEditKind? Kind { get; init; }

    /// <summary>The step that is moved or taken out.</summary>
    public StepMention Which { get; init; } = new();

    /// <summary>How it is to be.</summary>
    public StepMention To { get; init; } = new();

    /// <summary>升级先问我.</summary>
    public bool? IsConfirmed { get; init; }

    /// <summary>A first sentence of its own, as typed.</summary>
    public string? Wording { get; init; }

    /// <summary>The channel to be tried first; empty for no wish any more.</summary>
    public string? Channel { get; init; }
}

/// <summary>Reads what is to become of the ladder, or of one step of it. Pure.</summary>
public static class LadderWords
{
    /// <summary>加一个节点：截止前两个工作日14:00, 把第6个改到10点, 删掉第6个节点, 恢复默认节点, 升级先问我.</summary>
    /// <returns>Without a kind when the words name only a day, an hour or a step: a correction of what was said before.</returns>
    public static LadderCommand Read(string raw)
    {
        var plain = Spelling.Plain(raw);
        var wording = Wording.Match(raw) is { Success: true } quoted ? quoted.Groups["text"].Value.Trim() : null;
        var command = new LadderCommand { Wording = wording, Channel = ChannelIn(plain) };
        var said = wording is null ? plain : Spelling.Plain(raw.Replace(wording, "", StringComparison.Ordinal));
        if (AsksFirst(said))
            return command with { Kind = LadderEditKind.ConfirmEscalation, IsConfirmed = true };
        if (Confirmation.Match(said) is { Success: true } asks)
            return command with { Kind = LadderEditKind.ConfirmEscalation, IsConfirmed = !asks.Groups["not"].Success };
        if (Restoring.IsMatch(said))
            return command with { Kind = LadderEditKind.Restore };
        if (Adding.IsMatch(said))
            return command with { Kind = LadderEditKind.Add, To = StepWords.Find(said) };
        if (Moving.Match(said) is { Success: true } turn)
            return command with { Kind = LadderEditKind.Move, Which = StepWords.Find(said[..turn.Index]), To = StepWords.Find(said[(turn.Index + turn.Length)..]) };
        if (Deleting.IsMatch(said))
            return command with { Kind = LadderEditKind.Delete, Which = StepWords.Find(said) };
        return wording is not null || command.Channel is not null
            ? command with { Kind = LadderEditKind.Move, Which = StepWords.Find(said) }
            : command with { To = StepWords.Find(said) };
    }

    /// <summary>先压住下一次, 放行, 撤回还没发出的提醒, 现在就发下一次提醒, 确认升级, 这次不升级.</summary>
    /// <returns>Null when the words order nothing of the kind.</returns>
    public static StepCommand? CommandIn(string plain) => true switch
    {
        _ when DeclineEscalation.IsMatch(plain) => StepCommand.DoNotEscalate,
        _ when ConfirmEscalation.IsMatch(plain) => StepCommand.Escalate,
        _ when Releasing.IsMatch(plain) => StepCommand.Release,
        _ when Recalling.IsMatch(plain) => StepCommand.Recall,
        _ when SendingNow.IsMatch(plain) => StepCommand.SendNow,
        _ when Holding.IsMatch(plain) => StepCommand.Hold,
        _ => null,
    };

    /// <summary>别惊动领导，先问我; don't bother the directors, ask me first: escalations wait for the coordinator's word.</summary>
    public static bool AsksFirst(string plain) => LeadersLeft.IsMatch(plain) && MeFirst.IsMatch(plain);

    private static Regex LeadersLeft => field ??= new("(?:别|不要|不用|先别|甭|不)(?:再|直接|先)?(?:惊动|打扰|发给|通知|找|捅到|抄送|告诉|麻烦)[^,.]{0,8}(?:领导|主任|局长|一把手|负责人|处长)|(?:领导|主任|局长|一把手|负责人)[^,.]{0,8}(?:先)?(?:别|不要|不用|甭)(?:惊动|打扰|发|通知|找)|(?<![a-z])(?:don't|dont|do not|no need to|never|not) (?:bother|disturb|write to|message|contact|alert|escalate|tell|copy|involve|go)[a-z ]{0,16}(?:directors?|leaders?|bosses|heads?|chiefs?|management)");

    private static Regex MeFirst => field ??= new("(?:先|要|得|等)?(?:问|跟|和|经|告诉|请示|征求|通知)(?:过|一下|一声)?我|(?:等|经)我(?:同意|点头|发话|确认)|(?<![a-z])(?:ask|check with|tell|come to|consult|run it by|wait for) (?:me|my)(?![a-z])");

    private static string? ChannelIn(string plain) => Channel.Match(plain) switch
    {
        { Success: false } => null,
        var found when found.Groups["teams"].Success => "msteams",
        var found when found.Groups["dingtalk"].Success => "dingtalk",
        var found when found.Groups["mail"].Success => "mail",
        var found when found.Groups["browser"].Success => "directline",
        _ => "",
    };

    private static Regex Wording => field ??= new("(?:说|写|写成|内容|文字|措辞|开头|改成|改为|wording|text|saying|say|to)(?:是|为)?[:：]?\\s*[“\"「](?<text>[^”\"」]{1,400})[”\"」]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Channel => field ??= new("(?:优先|先|首选|改)(?:用|走|通过|发)(?:到)?(?:(?<teams>teams)|(?<dingtalk>钉钉)|(?<mail>邮件|邮箱)|(?<browser>网页|浏览器)|(?<any>各人|默认|原来))|(?:prefer|first (?:by|on|through|in)) (?:(?<teams>teams)|(?<dingtalk>dingtalk)|(?<mail>e-?mail|mail)|(?<browser>browser))");

    private static Regex Confirmation => field ??= new("升级.{0,8}(?<not>不用|不必|无需|不需要?|别|不要|不再|取消)(?:再)?(?:问|经|等|先|由|让|我).{0,6}|(?<not>自动)升级|升级.{0,4}(?:改成|改为|恢复|还是|改)?(?<not>自动)|(?<not>escalate (?:automatically|without asking)|(?:do not|don't|no need to) ask me (?:before|about) (?:any )?escalat)|升级.{0,8}(?:问|经|征求|告诉|通知)(?:一下|过|一声)?(?:我|管理员|牵头部门)|升级.{0,8}(?:要|需要?|得|须|等|经|由)(?:先)?(?:我|管理员|牵头部门)?(?:先)?(?:来)?(?:确认|同意|点头|批准)|ask me (?:first )?before (?:any |you |it )?escalat|escalations? (?:need|wait for) (?:my|a) (?:confirmation|word|ok)");

    private static Regex Restoring => field ??= new("(?:恢复|还原|用回|改回|回到|重置)(?:成|为|到)?(?:系统)?(?:的)?(?:默认|缺省|标准|原来|出厂)|(?:恢复|还原|重置).{0,8}节点|节点.{0,6}(?:恢复|还原|改回|重置)|(?:restore|reset|go back to|return to).{0,20}(?:default|standard|ladder|steps)");

    private static Regex Adding => field ??= new("(?:加|增加|新增|增设|添加|添|加设|加上|设)(?:上)?(?:一|两)?(?:个|条|道|次|轮)?(?:自动|提醒|升级)*(?:的)?(?:节点|提醒)|(?:再)(?:加|提醒)一(?:次|轮|个)|add (?:a |an |another |one more )*(?:escalation |reminder |ladder )*(?:step|reminder|escalation)|remind (?:them|everybody|the contacts) (?:also|once more|again)");

    private static Regex Moving => field ??= new("(?:改|挪|移|调整?|提前|推迟|推后|延后|变更|换)(?:到|为|成|至|在)(?=.{0,30}(?:[0-9一二三四五六七八九十两]|截止|期末|联络员|负责人|领导|管理员|备用))|(?<=move .{1,60}) to (?=.)|(?<=change .{1,60}) to (?=.)");

    private static Regex Deleting => field ??= new("删|去掉|去除|取消|撤掉|拿掉|不要|不用|remove|delete|drop|take out");

    private static Regex Holding => field ??= new("(?:先)?(?:压|扣|按|卡|hold)(?:一压|一下|住|下|着)|(?:先)?(?:暂缓|缓发|别发|不要发|先不发|不发|hold(?: back)?)(?=.{0,40}(?:reminder|round|step)|.{0,20}(?:次|节点|提醒|step|reminder|$))");

    private static Regex Releasing => field ??= new("放行|(?:解除|取消)(?:压住|扣住|暂缓|压着)|不(?:用)?压了|(?:接着|继续|照常|恢复|可以)发(?:吧|了|出去)*$|release|let .{1,30} (?:go|through)|(?:go|carry) on (?:sending|reminding)");

    private static Regex Recalling => field ??= new("(?:撤回|收回|撤掉|召回)(?:.{0,14})(?:提醒|节点|那次|那一次)|(?:这次|本次|本期|本季度?|这季度?).{0,14}(?:不发了?|跳过|别发了?)|recall (?:the |all )?(?:unsent |waiting |next |queued )*(?:reminder|step)|skip (?:the )?(?:next|step|reminder)");

    private static Regex SendingNow => field ??= new("(?:现在|马上|立即|立刻|即刻|这就|提前)(?:就)?(?:把|将)?(?:发|发出|发送|发掉)|(?:send|fire) .{1,40}(?:right )?(?:now|immediately|at once)|send now");

    private static Regex ConfirmEscalation => field ??= new("(?:确认|同意|可以|批准|就)升级|升级(?:吧|了吧)|(?:confirm|approve|go ahead with) (?:the )?escalation|^escalate(?: (?:now|it|them))?$");

    private static Regex DeclineEscalation => field ??= new("(?:不|别|先不|不用|不要|暂不|免)(?:用|要|必)?升级|升级(?:就)?(?:算了|免了|不要了)|(?:do not|don't|no) escalat");
}
