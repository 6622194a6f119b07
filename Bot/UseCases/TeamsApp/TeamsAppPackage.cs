using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PlanBot.UseCases.TeamsApp;

/// <summary>The Teams app as the zip that an administrator uploads; made of the files of <c>manifest/</c>, which the program carries.</summary>
public static partial class TeamsAppPackage
{
    public const string DefaultFile = "planbot-teams.zip";

    private const string Manifest = "manifest.json";
    private const string TabInChinese = "看板";
    private const string TabInEnglish = "Dashboard";
    private const string Resources = "PlanBot.TeamsApp.";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new(Plain) { WriteIndented = true };

    /// <summary>All entries carry one instant, so that the same order makes the same bytes.</summary>
    private static readonly DateTimeOffset Instant = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the package; <paramref name="order"/> must have no problem.</summary>
    /// <exception cref="ArgumentException">It has one.</exception>
    public static void Write(TeamsAppOrder order, Stream zip)
    {
        if (order.Problem() is { } problem)
            throw new ArgumentException($"The order has a problem: {problem.Problem}.", nameof(order));
        using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var name in Names())
        {
            var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = Instant;
            using var content = entry.Open();
            content.Write(name.EndsWith(".json", StringComparison.Ordinal) ? Encoding.UTF8.GetBytes(Written(name, order)) : Resource(name));
        }
    }

    /// <summary>For which app and which hosts a package was made.</summary>
    /// <returns>Null when it is no package of a Teams app with a bot.</returns>
    public static PackedTeamsApp? Read(Stream zip)
    {
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.GetEntry(Manifest) is not { Length: < 1_000_000 } entry)
                return null;
            using var content = entry.Open();
            using var manifest = JsonDocument.Parse(content);
            var root = manifest.RootElement;
            return new(
                root.GetProperty("id").GetString() ?? "", root.GetProperty("bots")[0].GetProperty("botId").GetString() ?? "", root.GetProperty("version").GetString() ?? "",
                [.. root.GetProperty("validDomains").EnumerateArray().Select(domain => domain.GetString() ?? "")]);
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The manifest first, as Teams looks for it at the root.</summary>
    private static IEnumerable<string> Names() => typeof(TeamsAppPackage).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Resources, StringComparison.Ordinal)).Select(name => name[Resources.Length..]).OrderBy(name => name == Manifest ? "" : name, StringComparer.Ordinal);

    private static string Written(string name, TeamsAppOrder order)
    {
        var text = Fill(Encoding.UTF8.GetString(Resource(name)), order);
        if (!order.ReadReceipts && order.TabClientId is null)
            return text;
        var content = JsonNode.Parse(text)!.AsObject();
        if (order.TabClientId is { } client)
        {
            if (name == Manifest)
                AddTab(content, order, client.ToLowerInvariant());
            else
                content["staticTabs[0].name"] = name == "en.json" ? TabInEnglish : TabInChinese;
        }
        if (order.ReadReceipts && name == Manifest)
            AskForReadReceipts(content, order);
        return content.ToJsonString(Indented);
    }

    /// <summary>The dashboard beside the chat. Teams tells it who is there in the name of the registration that is named here.</summary>
    private static void AddTab(JsonObject manifest, TeamsAppOrder order, string client)
    {
        var domain = order.Filling()["DOMAIN"];
        manifest["staticTabs"] = new JsonArray(new JsonObject
        {
            ["entityId"] = "dashboard", ["name"] = TabInChinese, ["contentUrl"] = $"https://{domain}/dashboard/teams", ["websiteUrl"] = $"https://{domain}/dashboard", ["scopes"] = new JsonArray("personal"),
        });
        manifest["webApplicationInfo"] = new JsonObject { ["id"] = client, ["resource"] = $"api://{domain}/{client}" };
    }

    /// <summary>A permission of this kind belongs to an app of Entra, so the manifest must name that too; its address is asked for and not used, unless the tab has named it.</summary>
    private static void AskForReadReceipts(JsonObject manifest, TeamsAppOrder order)
    {
        manifest["webApplicationInfo"] ??= new JsonObject { ["id"] = order.Filling()["BOT_ID"], ["resource"] = $"https://{order.Filling()["DOMAIN"]}" };
        manifest["authorization"] = new JsonObject
        {
            ["permissions"] = new JsonObject
            {
                ["resourceSpecific"] = new JsonArray(new JsonObject { ["name"] = "ChatMessageReadReceipt.Read.Chat", ["type"] = "Application" }),
            },
        };
    }

    private static string Fill(string text, TeamsAppOrder order)
    {
        var filling = order.Filling();
        var filled = Placeholder().Replace(text, match => JsonSerializer.Serialize(filling[match.Groups[1].Value], Plain)[1..^1]);
        var source = TeamsAppOrder.Schemas[0];
        return filled.Replace($"/teams/v{source}/", $"/teams/v{order.Schema}/", StringComparison.Ordinal)
            .Replace($"\"manifestVersion\": \"{source}\"", $"\"manifestVersion\": \"{order.Schema}\"", StringComparison.Ordinal);
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(TeamsAppPackage).Assembly.GetManifestResourceStream(Resources + name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex(@"\$\{\{(.*?)\}\}")]
    private static partial Regex Placeholder();
}

/// <param name="Domains">Hosts that the app may open.</param>
public sealed record PackedTeamsApp(string Id, string BotId, string Version, IReadOnlyList<string> Domains);

/// <summary>What the settings of this machine say about the Teams app; null where they say nothing.</summary>
/// <param name="Domain">Host of the public address.</param>
/// <param name="TabClientId">Registration of the dashboard's tab.</param>
public sealed record TeamsAppSettings(string? AppId, string? Domain, string? TabClientId);
