using System.ComponentModel.DataAnnotations;
using System.Net;

namespace PlanBot.Channels.DingTalk;

/// <summary>Section "Channels:DingTalk". The secrets come from the environment or user secrets only.</summary>
public sealed class DingTalkOptions
{
    public const string Section = "Channels:DingTalk";

    /// <summary>The activities' channelId.</summary>
    public const string Channel = "dingtalk";

    /// <summary>Client ID of the app (AppKey).</summary>
    public string? AppKey { get; set; }

    /// <summary>Client Secret of the app (AppSecret).</summary>
    public string? AppSecret { get; set; }

    /// <summary>Code of the robot; most often the same as the AppKey, but not always.</summary>
    public string? RobotCode { get; set; }

    /// <summary>Stream (also when empty) or Http: how the console says that messages come.</summary>
    public string? Mode { get; set; }

    /// <summary>Id of the organisation; where it is given, messages about other organisations are turned away.</summary>
    public string? CorpId { get; set; }

    /// <summary>The API, e.g. https://api.dingtalk.com. The defaults stand in appsettings.json.</summary>
    public string ApiUrl { get; set; } = "https://api.dingtalk.com";

    /// <summary>The older API, for contacts and media.</summary>
    public string LegacyApiUrl { get; set; } = "https://oapi.dingtalk.com";

    /// <summary>Hosts at which the bot answers by the address that came with a message.</summary>
    public IReadOnlyList<string> WebhookHosts { get; set; } = [];

    /// <summary>Hosts that files of people are fetched from, without a token.</summary>
    public IReadOnlyList<string> FileHosts { get; set; } = [];

    /// <summary>Hosts that the Stream socket may lead to.</summary>
    public IReadOnlyList<string> StreamHosts { get; set; } = [];

    /// <summary>Template of the interactive card; empty for action cards, whose buttons say their words.</summary>
    public string? CardTemplateId { get; set; }

    /// <summary>By Http: the key under which the address for card buttons is registered, and the secret that signs its calls.</summary>
    public string? CardRouteKey { get; set; }
    public string? CardSecret { get; set; }

    /// <summary>By Http: the key with which the console has bodies encrypted, 43 characters; empty where it does not. With a key, plain bodies are turned away.</summary>
    public string? AesKey { get; set; }

    /// <summary>What DingTalk lets an app call in a second, each API by itself.</summary>
    [Range(1, 1000)] public int CallsPerSecond { get; set; } = 20;

    /// <summary>What a conversation takes in a minute by the address that came with a message.</summary>
    [Range(1, 1000)] public int RepliesPerMinute { get; set; } = 20;

    /// <summary>Monthly quota of the edition: 5,000 calls and 3,000 messages in the standard one.</summary>
    [Range(1, 100_000_000)] public long CallsPerMonth { get; set; } = 5000;
    [Range(1, 100_000_000)] public long MessagesPerMonth { get; set; } = 3000;

    /// <summary>Asks after each message whether it was delivered; each question is a call.</summary>
    public bool ConfirmDelivery { get; set; } = true;

    /// <summary>Looks up in DingTalk, by mobile number, people of the list whom no chat reaches.</summary>
    public bool FindByMobile { get; set; } = true;

    /// <summary>Puts a to-do (待办) beside the reminder, and completes it when the report is there.</summary>
    public bool Todo { get; set; }

    /// <summary>Page that a to-do leads to, http or https; empty for the chat page under Channels:Browser:PublicUrl. DingTalk takes no to-do without one.</summary>
    public string? TodoUrl { get; set; }

    /// <summary>Key of the ladder's step that comes with a DING, e.g. due+3; empty for none.</summary>
    public string? DingStep { get; set; }

    /// <summary>How a DING comes: App (also when empty), or Sms or Phone, which DingTalk charges for.</summary>
    public string? DingBy { get; set; }

    public bool HasAesKey => !string.IsNullOrWhiteSpace(AesKey);

    public bool HasDing => !string.IsNullOrWhiteSpace(DingStep);

    public DingWay DingWay => Enum.TryParse<DingWay>(DingBy?.Trim(), ignoreCase: true, out var way) ? way : DingWay.App;

    public bool IsOff => new[] { AppKey, AppSecret, RobotCode, Mode, CorpId, CardTemplateId }.All(string.IsNullOrWhiteSpace);

    public bool IsStream => !"Http".Equals(Mode?.Trim(), StringComparison.OrdinalIgnoreCase);

    public bool HasCards => !string.IsNullOrWhiteSpace(CardTemplateId);

    /// <returns>The key that is missing or wrong; null when the channel can be served, or is off.</returns>
    public string? WrongKey() =>
        IsOff ? null
        : string.IsNullOrWhiteSpace(AppKey) ? nameof(AppKey)
        : string.IsNullOrWhiteSpace(AppSecret) ? nameof(AppSecret)
        : string.IsNullOrWhiteSpace(RobotCode) ? nameof(RobotCode)
        : !string.IsNullOrWhiteSpace(Mode) && Mode.Trim().ToUpperInvariant() is not ("STREAM" or "HTTP") ? nameof(Mode)
        : !IsApi(ApiUrl) ? nameof(ApiUrl)
        : !IsApi(LegacyApiUrl) ? nameof(LegacyApiUrl)
        : HasAesKey && (IsStream || DingTalkCipher.KeyOf(AesKey) is null) ? nameof(AesKey)
        : !string.IsNullOrWhiteSpace(TodoUrl) && !(Uri.TryCreate(TodoUrl.Trim(), UriKind.Absolute, out var page) && IsWeb(page)) ? nameof(TodoUrl)
        : !string.IsNullOrWhiteSpace(DingBy) && DingBy.Trim().ToUpperInvariant() is not ("APP" or "SMS" or "PHONE") ? nameof(DingBy)
        : HasCards && !IsStream && string.IsNullOrWhiteSpace(CardRouteKey) ? nameof(CardRouteKey)
        : HasCards && !IsStream && string.IsNullOrWhiteSpace(CardSecret) ? nameof(CardSecret)
        : null;

    /// <summary>Whether the address that came with a message is one to answer at. Parsed, never compared by its beginning.</summary>
    /// <remarks>A signature does not cover the body, so the address may be anybody's.</remarks>
    public bool AllowsWebhook(Uri? address) => IsListed(WebhookHosts, address) && address!.AbsolutePath == "/robot/sendBySession";

    public bool AllowsFileHost(Uri? address) => IsListed(FileHosts, address);

    public bool AllowsStream(Uri? address) => address is { IsAbsoluteUri: true, UserInfo.Length: 0, Scheme: "ws" or "wss" }
        && (address.Scheme == "wss" || IsThisMachine(address)) && StreamHosts.Any(host => Fits(host, address.Host));

    private static bool IsApi(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && IsWeb(address) && (address.Scheme == "https" || IsThisMachine(address));

    private static bool IsListed(IReadOnlyList<string> hosts, Uri? address) => IsWeb(address)
        && ((address!.Scheme == "https" && address.IsDefaultPort) || IsThisMachine(address)) && hosts.Any(host => Fits(host, address.Host));

    private static bool IsWeb(Uri? address) => address is { IsAbsoluteUri: true, UserInfo.Length: 0, Scheme: "http" or "https" };

    private static bool Fits(string allowed, string host) => allowed.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(allowed, StringComparison.OrdinalIgnoreCase);

    private static bool IsThisMachine(Uri address) => address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}

/// <summary>How a DING comes. The numbers are DingTalk's.</summary>
public enum DingWay
{
    App = 1,
    Sms = 2,
    Phone = 3,
}
