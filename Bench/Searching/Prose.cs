using System.Text;

namespace PlanBot.Bench.Searching;

/// <summary>Reports of about 60 characters, of words as unequally frequent as in a language, and always the same for the same number.</summary>
internal sealed class Prose
{
    public const string Frequent = "培训";
    public const string Middling = "选址";
    public const string Rare = "氢能";
    public const string Phrase = "办理时间由五天减到两天";

    /// <summary>Each of its characters is common, the two never stand together.</summary>
    public const string Absent = "训推";

    private const int Words = 3000;
    private const int WordsInReport = 24;
    private const string Characters = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";

    private readonly string[] vocabulary;

    public Prose()
    {
        var random = new Random(7);
        vocabulary = [.. Enumerable.Range(0, Words).Select(_ => string.Concat(Characters[random.Next(Characters.Length)], Characters[random.Next(Characters.Length)]))];
    }

    public string Of(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder(number % 2 == 0 ? "完成两期" + Frequent : "推进平台");
        for (var word = 0; word < WordsInReport; word++)
            text.Append(vocabulary[(int)(Math.Pow(random.NextDouble(), 3) * Words)]).Append(word % 8 == 7 ? "，" : "");
        if (number % 500 == 3)
            text.Append(Middling);
        if (number % 50_000 == 11)
            text.Append(Rare);
        if (number % 20_000 == 13)
            text.Append(Phrase);
        return text.Append('。').ToString();
    }
}
