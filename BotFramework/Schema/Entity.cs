using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>Metadata of an open set of types; everything but the type is in <see cref="Properties"/>. Equal when the JSON is.</summary>
public class Entity
{
    public Entity()
    {
    }

    public Entity(string type = default) => Type = type;

    [JsonProperty("type")]
    public string Type { get; set; }

    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = [];

    public T GetAs<T>() => JObject.FromObject(this).ToObject<T>();

    public void SetAs<T>(T obj)
    {
        var entity = JObject.FromObject(obj).ToObject<Entity>();
        (Type, Properties) = (entity.Type, entity.Properties);
    }

    public bool Equals(Entity other) => other is not null && JsonConvert.SerializeObject(this) == JsonConvert.SerializeObject(other);

    public override bool Equals(object obj) => obj is Entity other && other.GetType() == GetType() && Equals(other);

    // All else can change while the entity sits in a set.
    public override int GetHashCode() => GetType().GetHashCode();
}

public class Mention : Entity
{
    public Mention()
        : this(null)
    {
    }

    /// <param name="type">Ignored: a mention is always of type <c>mention</c>.</param>
    public Mention(ChannelAccount mentioned = default, string text = default, string type = default)
        : base("mention") => (Mentioned, Text) = (mentioned, text);

    [JsonProperty("mentioned")]
    public ChannelAccount Mentioned { get; set; }

    /// <summary>As it stands in the message, e.g. <c>&lt;at&gt;Bot&lt;/at&gt;</c>.</summary>
    [JsonProperty("text")]
    public string Text { get; set; }
}
