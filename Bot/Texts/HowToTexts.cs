using System.Text.RegularExpressions;

namespace PlanBot.Texts;

/// <summary>怎么给单位延期, how do I send something back: what a coordinator says to have a thing done, with an example.</summary>
public static class HowToTexts
{
    /// <param name="plain">The question, normalised.</param>
    public static Reply Of(string plain, Language language)
    {
        var told = Acts.Where(act => act.Meant.IsMatch(plain)).ToList();
        var lines = (told.Count > 0 ? told : [.. Acts]).Select(act => $"· {language.In(act.Chinese, act.English)}");
        return new(language.In(
            $"直接对我说就行，要改动或发出什么都先给您核对，能收回的随后可以“撤销”：\n{string.Join('\n', lines)}",
            $"Simply tell me; you see what will change or go out before it is done, and \"undo\" takes back what can be taken back:\n{string.Join('\n', lines)}")) { Buttons = [Buttons.Of(language, "帮助", "Help")] };
    }

    private sealed record Act(Regex Meant, string Chinese, string English);

    private static readonly Act[] Acts =
    [
        new(new("延|宽限|缓|多给|extend|extension|more time|extra (?:time|days)"), "延期：“市金融局延到4月10日，正在核数”，也可以“教委和科技局多给两天”", "More time: \"give 市金融局 until 10 April, figures are being checked\""),
        new(new("退|打回|重报|重写|send .{0,24}back|return|reject"), "退回：“市教委第三项退回，缺数字”，可以加上“周五前重报”", "Send back: \"return task 3 of 市教委, no figures\", with \"due Friday\" if you like"),
        new(new("通过|审|接收|收下|验收|accept|approve|sign off"), "审核通过：“证监局的通过”“第一项通过，第二项退回，缺数字”", "Accept: \"accept the report of 天津证监局\""),
        new(new("免|waive|exempt|let .{1,24} off"), "免报：“人行这季度免报，系统迁移”", "Waive: \"waive 人民银行天津分行 this quarter, system migration\""),
        new(new("催|urge|chase|nudge|remind"), "催办：“催一下市教委”“催办逾期单位，就说：领导周四要看”", "Urge: \"urge 市教委\", \"urge everybody who is late, and say: the mayor reads it on Thursday\""),
        new(new("通知|群发|广播|公告|notice|announce|broadcast|message|write to"), "发通知：“发个通知：周五下午系统维护”，一字不改发出", "Notice: \"send a notice: maintenance on Friday afternoon\", word for word"),
        new(new("换人|更换|换联络员|联络员|联系人|contact"), "换联络员：“市教委联络员换成刘洋 13600000000”", "Change a contact: \"change the contact of 市教委 to Liu Yang 13600000000\""),
        new(new("邀请|登录|绑定|invite|sign in|log ?in|link"), "邀请：“邀请市教委”，给出只能用一次的绑定码和链接", "Invite: \"invite 市教委\" gives a code and a link that work once"),
        new(new("暂停|停(?:掉|止)?提醒|恢复|pause|stop|resume"), "暂停提醒：“暂停提醒到下周二”“恢复提醒”", "Pause reminders: \"pause the reminders until Tuesday\", \"resume\""),
        new(new("节点|节奏|频率|提醒时间|ladder|steps?(?![a-z])|schedule"), "调整提醒节点：“提醒节点有哪些”“把第4个改到10点”“加一个节点”", "Change the steps: \"which steps are there\", \"move step 4 to 10:00\""),
        new(new("导出|汇总|下载|export|download|summary"), "导出：“导出一季度汇总”“也来个Excel”", "Export: \"export Q1\", \"as Excel too\""),
        new(new("导入|上传|新(?:的)?计划|import|upload|new plan"), "导入通知：把通知文件发给我，核对后入库", "Import a notice: send me the file, check it, confirm"),
        new(new("关(?:账|闭|掉)|结束|close"), "关闭报告期：“一季度关账”", "Close a period: \"close Q1\""),
    ];
}
