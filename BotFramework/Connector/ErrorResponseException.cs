namespace Microsoft.Bot.Schema;

/// <summary>A channel's refusal.</summary>
public class ErrorResponseException : Exception
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : base(message)
    {
    }

    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What the channel says of it; null when it says nothing.</summary>
    public ErrorResponse Body { get; set; }
}
