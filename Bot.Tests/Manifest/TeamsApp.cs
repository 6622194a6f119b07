using System.Buffers.Binary;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PlanBot.Tests.Fixtures;

namespace PlanBot.Tests.Manifest;

/// <summary>The files of <c>manifest/</c>, with the placeholders filled in as one office would have them.</summary>
internal static partial class TeamsApp
{
    public static readonly string Folder = Path.Combine(Repository.Root, "manifest");

    public static readonly IReadOnlyDictionary<string, string> Filling = new Dictionary<string, string>
    {
        ["BOT_ID"] = "5f0c3a52-8d2e-4c57-9b0e-2f6a1d7c4e11",
        ["DOMAIN"] = "planbot.example.gov.cn",
        ["PRIVACY_URL"] = "https://www.example.gov.cn/privacy",
        ["TERMS_URL"] = "https://www.example.gov.cn/terms",
    };

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Names inside <c>${{...}}</c>, each once.</summary>
    public static IEnumerable<string> PlaceholdersIn(string text) => Placeholder().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    public static JObject Filled(string file) => JObject.Parse(Placeholder().Replace(Text(file), match => Filling[match.Groups[1].Value]));

    /// <summary>The language files that the manifest names, by their tags.</summary>
    public static IReadOnlyDictionary<string, string> LanguageFiles(JObject manifest) =>
        manifest["localizationInfo"]!["additionalLanguages"]!.ToDictionary(language => (string)language["languageTag"]!, language => (string)language["file"]!);

    public static IReadOnlyList<string> Titles(JObject manifest) =>
        manifest.SelectTokens("bots[0].commandLists[*].commands[*].title").Select(title => (string)title!).ToList();

    /// <returns>Width, height and colour type as the header has them: 2 is RGB, 6 RGB with transparency.</returns>
    public static (int Width, int Height, int ColourType) Png(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, file));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], bytes[..8]);
        return (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)), bytes[25]);
    }

    [GeneratedRegex(@"\$\{\{(.*?)\}\}")]
    private static partial Regex Placeholder();
}
