using System.Net.Mime;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Newtonsoft.Json.Linq;

namespace PlanBot.Channels.Browser;

/// <summary>Reads Direct Line's upload: a part "activity" and one or more parts "file".</summary>
public sealed class UploadReader(IOptions<BrowserOptions> options)
{
    private const int MostFiles = 5;
    private const int LongestName = 200;

    /// <summary>Room for the activity and the headers of the parts, beside the files.</summary>
    private const int Overhead = RequestBody.Limit + (64 * 1024);

    public async Task<(JObject? Activity, IReadOnlyList<Attachment>? Files, DirectLineError? Refusal)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType || request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) != true)
            return (null, null, new DirectLineError(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "An upload is multipart/form-data."));
        var limit = options.Value.UploadLimit + Overhead;
        if (request.ContentLength > limit)
            return (null, null, DirectLineError.TooLarge);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = limit;
        try
        {
            var form = await request.ReadFormAsync(
                new FormOptions { MultipartBodyLengthLimit = options.Value.UploadLimit, ValueCountLimit = 16, ValueLengthLimit = RequestBody.Limit, KeyLengthLimit = 256 },
                cancellationToken);
            return await ReadAsync(form, cancellationToken);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, null, DirectLineError.TooLarge);
        }
        catch (InvalidDataException e) when (e.Message.Contains("limit", StringComparison.Ordinal))
        {
            return (null, null, DirectLineError.TooLarge);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return (null, null, DirectLineError.Bad("The upload is not well-formed."));
        }
    }

    private async Task<(JObject?, IReadOnlyList<Attachment>?, DirectLineError?)> ReadAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        var files = form.Files.Where(file => file.Name != "activity").ToList();
        if (files.Count is 0 or > MostFiles)
            return (null, null, DirectLineError.Bad("An upload holds one to five files."));
        if (files.Sum(file => file.Length) > options.Value.UploadLimit)
            return (null, null, DirectLineError.TooLarge);
        var activity = await ActivityInAsync(form, cancellationToken);
        if (activity is null)
            return (null, null, DirectLineError.Bad("The part activity is not a JSON object."));
        var attachments = new List<Attachment>();
        foreach (var file in files)
            attachments.Add(await AttachAsync(file, cancellationToken));
        return (activity, attachments, null);
    }

    // Web Chat sends the activity as a part with a file name; a plain field is as good, and none means files without words.
    private static async Task<JObject?> ActivityInAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files.GetFile("activity") is { } part)
            return part.Length <= RequestBody.Limit ? RequestBody.Parse(await BytesOfAsync(part, cancellationToken)) : null;
        return form.TryGetValue("activity", out var field) && field is [{ } text]
            ? RequestBody.Parse(System.Text.Encoding.UTF8.GetBytes(text))
            : new JObject { ["type"] = ActivityTypes.Message };
    }

    private static async Task<Attachment> AttachAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var type = MediaTypeHeaderValue.TryParse(file.ContentType, out var given) ? given.MediaType.ToString() : MediaTypeNames.Application.Octet;
        var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
        return new Attachment
        {
            ContentType = type,
            Name = name.Length > LongestName ? name[..LongestName] : name,
            ContentUrl = $"data:{type};base64,{Convert.ToBase64String(await BytesOfAsync(file, cancellationToken))}",
        };
    }

    private static async Task<byte[]> BytesOfAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}
