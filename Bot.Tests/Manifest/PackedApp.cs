using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PlanBot.UseCases.TeamsApp;

namespace PlanBot.Tests.Manifest;

/// <summary>The Teams app as one office packs it, unpacked again.</summary>
internal sealed partial class PackedApp
{
    public static readonly TeamsAppOrder Order = new("5f0c3a52-8d2e-4c57-9b0e-2f6a1d7c4e11", "planbot.example.gov.cn");

    private readonly Dictionary<string, byte[]> files = [];

    public PackedApp(TeamsAppOrder? order = null)
    {
        using var zip = new MemoryStream(Bytes(order ?? Order));
        using var archive = new ZipArchive(zip);
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            files.Add(entry.FullName, copy.ToArray());
        }
    }

    public IReadOnlyCollection<string> Names => files.Keys;

    public JObject Manifest => Json("manifest.json");

    /// <summary>The language files that the manifest names, by their tags.</summary>
    public IReadOnlyDictionary<string, string> Languages =>
        Manifest["localizationInfo"]!["additionalLanguages"]!.ToDictionary(language => (string)language["languageTag"]!, language => (string)language["file"]!);

    public static byte[] Bytes(TeamsAppOrder order)
    {
        using var zip = new MemoryStream();
        TeamsAppPackage.Write(order, zip);
        return zip.ToArray();
    }

    public JObject Json(string file) => JObject.Parse(Text(file));

    public string Text(string file) => Encoding.UTF8.GetString(files[file]);

    public byte[] File(string file) => files[file];

    /// <summary>What was not filled in.</summary>
    public static IEnumerable<string> PlaceholdersIn(string text) => Placeholder().Matches(text).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex(@"\$\{\{(.*?)\}\}")]
    private static partial Regex Placeholder();
}
