using System.ComponentModel.DataAnnotations;

namespace PlanBot.Channels.Mail;

/// <summary>Section "Channels:Mail" of appsettings.json. Without a host there is no such channel.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Channels:Mail";
    public const string Channel = "mail";

    /// <summary>Host name of the SMTP server; empty for no mail.</summary>
    public string Host { get; init; } = "";

    [Range(1, 65535)] public int Port { get; init; } = 587;

    /// <summary>How the connection is secured: Auto, StartTls, OnConnect, or None for a server in the same room.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.Auto;

    /// <summary>Empty where the server asks for none.</summary>
    public string User { get; init; } = "";
    public string Password { get; init; } = "";

    /// <summary>Address that the messages come from.</summary>
    public string From { get; init; } = "";

    /// <summary>Name beside the address.</summary>
    public string Name { get; init; } = "PlanBot";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Host.Length > 0 && !MimeKit.MailboxAddress.TryParse(From, out _))
            yield return new($"{Section}:{nameof(From)} must be the address that messages come from, e.g. planbot@example.gov.cn");
        if (!Enum.IsDefined(Security))
            yield return new($"{Section}:{nameof(Security)} must be Auto, StartTls, OnConnect or None");
    }
}

public enum MailSecurity
{
    /// <summary>TLS where the server offers it.</summary>
    Auto = 1,
    StartTls = 2,

    /// <summary>TLS from the first byte, most often port 465.</summary>
    OnConnect = 3,
    None = 4,
}
