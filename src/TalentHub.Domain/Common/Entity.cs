namespace TalentHub.Domain.Common;

/// <summary>Something that happened, raised by an aggregate and answered inside the same save by the reactions in Services.</summary>
public interface IDomainEvent;

/// <summary>A row with a database number and a version that changes on every save.</summary>
public abstract class Entity
{
    private List<IDomainEvent>? events;

    /// <summary>Given by the database; 0 until the first save. Events therefore carry the entity, not its id.</summary>
    public long Id { get; private set; }

    /// <summary>Stamped by the save. A form sends the one it was filled from; another one in the table means that someone was faster.</summary>
    public Guid Version { get; private set; }

    protected void Raise(IDomainEvent happened) => (events ??= []).Add(happened);

    /// <summary>Hands over what was raised since the last call.</summary>
    public IReadOnlyList<IDomainEvent> TakeEvents()
    {
        var taken = events ?? [];
        events = null;
        return taken;
    }
}
