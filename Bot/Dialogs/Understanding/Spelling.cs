using System.Text;
using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Makes different spellings of the same words equal: widths, case, traditional characters, slips of the keyboard.</summary>
public static partial class Spelling
{
    private const string Traditional =
        "報誰還沒幾個單務進問題結過時間後應該寫確認幫請發齊嗎這裡裏麼們來對會動開關並難處點條項現況級變農業衛計財氣環規劃資員聯絡導領審當總體數據國責負轉換號稱錄緒組經統終網給讓說講誤課調讀賬質費運達遲選鄉鎮門閉際階雙電預頭願館驗準備屬術記錯無與於從為樣東長見車學實辦機構標簡歷節離終續線聽補語試詢謝護貿購車軟輸適遠邊鐘鐵銀減優兩億產係價僅傳催內別剛勢區協參嘗圖圍場塊報壓奪將導專屆層師帶幹廣強徵態慮應戰採掛損擇擔據擴擬斷舉";

    private const string Simplified =
        "报谁还没几个单务进问题结过时间后应该写确认帮请发齐吗这里里么们来对会动开关并难处点条项现况级变农业卫计财气环规划资员联络导领审当总体数据国责负转换号称录绪组经统终网给让说讲误课调读账质费运达迟选乡镇门闭际阶双电预头愿馆验准备属术记错无与于从为样东长见车学实办机构标简历节离终续线听补语试询谢护贸购车软输适远边钟铁银减优两亿产系价仅传催内别刚势区协参尝图围场块报压夺将导专届层师带干广强征态虑应战采挂损择担据扩拟断举";

    private static readonly Dictionary<char, char> ToSimplified =
        Traditional.Zip(Simplified).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);

    private static readonly Lazy<(string Wrong, string Right)[]> Slips = new(() => [.. RuleFile.Pairs("typos.txt")]);

    /// <summary>The text with every character in its plain form: half width, lower case, simplified. Never changes the length, so that a place found here is the same place in the original.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            folded[i] = Fold(source[i]);
    });

    /// <summary>The form that phrases are matched against: folded, slips put right, white space single and none beside Chinese, no closing full stop.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(InnerSpace().Replace(Fold(text).Trim(), " "));
        plain.Replace("’", "'").Replace("‘", "'").Replace('、', ',');
        var joined = SpaceAtChinese().Replace(plain.ToString(), "");
        foreach (var (wrong, right) in Slips.Value)
        {
            if (joined.Contains(wrong, StringComparison.Ordinal))
                joined = char.IsAsciiLetter(wrong[0]) ? Regex.Replace(joined, $@"\b{Regex.Escape(wrong)}\b", right) : joined.Replace(wrong, right, StringComparison.Ordinal);
        }
        return joined.TrimEnd('.', '!', ',', ';', '~', '…', ' ');
    }

    private static char Fold(char c) => c switch
    {
        >= '\uff01' and <= '\uff5e' => char.ToLowerInvariant((char)(c - 0xfee0)),
        '\u3000' or '\u00a0' or '\t' => ' ',
        '。' => '.',
        _ => ToSimplified.GetValueOrDefault(c, char.ToLowerInvariant(c)),
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex InnerSpace();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])")]
    private static partial Regex SpaceAtChinese();
}
