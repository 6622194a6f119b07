using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Reporting;

/// <summary>Weighs what is said while a section of a report is asked for: its text, something to be done or answered instead, or nobody could say. Pure. How like texts of reports the words are weighs most.</summary>
internal static class ForSection
{
    /// <summary>Hardly one text of a report in a hundred is so little like the others.</summary>
    private const double Hardly = 0.1;

    /// <summary>Words that ask, or speak to somebody, must be more like a report than this to be one.</summary>
    private const double Enough = 0.4;

    private const double SureByRule = 0.8;

    private const double SureByExample = 0.85;

    /// <summary>这条不归我们, 能不能缓几天, my number has changed: something of its own, and surely no text.</summary>
    public static bool IsSurelyElse(Understood said) =>
        said.LikeReport < Hardly && !WordChange.TellsOfError(said.Raw) && said.IsSure(said.IsByExample ? SureByExample : SureByRule) && !(said.Intent == Intent.Handover && said.NewPerson is null && Exchanges.IsMatch(said.Plain));

    /// <summary>It may be the text, and may as well be meant for somebody: it is asked about before it is written down. Figures alone, and 无, are always text.</summary>
    public static bool IsDoubtful(Understood said)
    {
        if (said.LikeReport < Enough && PersonWords.Find(said.Raw) is { Phone: not null } or { Email: not null })
            return true;
        if (said.Plain.Length > Understand.LongestCommand || NothingToSay.Matches(said.Raw) || CarryOverWords.Begin(said.Raw) || CarryOverWords.MeansAbove(said.Raw) || said.Plain.Count(char.IsLetter) < (said.Language == Texts.Language.English ? FewestEnglish : FewestLetters))
            return false;
        return said.LikeReport < Hardly || (said.LikeReport < Enough && (said.IsQuestion || said.EndsAsQuestion || SpeaksToSomebody(said)));
    }

    /// <summary>你跟工信局说一声, please tell them: spoken to the program, or through it to somebody.</summary>
    public static bool SpeaksToSomebody(Understood said) => Speaks.IsMatch(said.Plain);

    /// <summary>就是要填的内容: what was asked about is the text.</summary>
    public static bool IsText(string said) => TextAfterAll.IsMatch(Spelling.Plain(said));

    /// <summary>不是，另有事: what was asked about is none.</summary>
    public static bool IsNoText(string said) => NoText.IsMatch(Spelling.Plain(said));

    private const int FewestLetters = 4;

    private const int FewestEnglish = 10;

    private static Regex Exchanges => field ??= new("[换改]成");

    private static Regex Speaks => field ??= new("(?:^|[,.;!?\\s])(?:你们?(?!市)|您|麻烦|劳驾|请问|请你|请您|拜托|帮我|帮忙|给我|替我)|[你您](?:帮|给|跟|和|替|先|别|能|看|说|去)|(?:跟|和|向|替我|给)[^,.]{1,8}(?:说|讲|反映|打|问)(?:一声|一下|声|个招呼)|我(?:是)?(?:想|要)(?:问|改|说|换|请假)"
        + "|(?<![a-z])(?:you|your|pls|please|can (?:we|i)|could (?:we|i)|may (?:we|i)|tell (?:them|him|her|the)|let me|i (?:want|wanted|need|meant|mean)(?: to)?|remind me)(?![a-z])");

    private static Regex TextAfterAll => field ??= new("^(?:对|是的?|嗯+|好的?|行|可以)?[,]?(?:就)?(?:是)?(?:要填的)?(?:内容|记上|记下|写进去|记进去|填进去|写上|记入|就这么写|照写)(?:吧|的|了)?$|^(?:对|是的?|嗯+|是|要|要的)$|^(?:yes|yep|yeah)?[,. ]*(?:put it in|write it down|it is(?: the)?(?: text)?|use it)?(?: please)?$");

    private static Regex NoText => field ??= new("^(?:不|不是|不要|不对|别记|不用记|不是内容)?[,]?(?:另有事|另外有事|别的事|不是(?:要填的)?内容|不是填报内容)?$|^(?:no|nope)?[,. ]*(?:something else|not the text|it is not|leave it out)?$");
}
