namespace PlanBot.Importing;

/// <summary>One spelling for characters that notices write in several ways: full-width punctuation, half-width digits and letters, one kind of bracket, dash,
/// bar and space, and the simplified form of the traditional characters in our key words. One character stays one character.</summary>
internal static class NormalCharacters
{
    private const string Written =
        ",:;()｡﹑﹒．[]【】﹝﹞［］〖〗—–‐‑―─－~～〜｜│┃￨○◯" +
        "牽頭單責聯係電話傳負辦門務號關於發計劃標題時間內級區縣鎮鄉國會參與協導報個總結進況問後點業員團續據機廳黨銀網監場質農環護財規郵處科體";

    private const string Meant =
        "，：；（）。、..〔〕〔〕〔〕〔〕〔〕----------||||〇〇" +
        "牵头单责联系电话传负办门务号关于发计划标题时间内级区县镇乡国会参与协导报个总结进况问后点业员团续据机厅党银网监场质农环护财规邮处科体";

    private static readonly Dictionary<char, char> Map = Written.Zip(Meant).ToDictionary(pair => pair.First, pair => pair.Second);

    public static char Of(char c) =>
        Map.TryGetValue(c, out var meant) ? meant
        : char.IsWhiteSpace(c) ? ' '
        : c is >= '\uFF10' and <= '\uFF19' or >= '\uFF21' and <= '\uFF3A' or >= '\uFF41' and <= '\uFF5A' or '\uFF0F' or '\uFF20' ? (char)(c - 0xFEE0)
        : c;
}
