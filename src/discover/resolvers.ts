import { archiveNames, type IClient, type IResolver, sesame } from '../vo';
import { hasObservations } from './question';
import { chosenServices, type IDiscoverState } from './state';

/** Who is asked for a name: those of the profile, in its order; then the names that the archives themselves have. */
export function resolversOf(
  state: IDiscoverState,
  client: IClient
): readonly IResolver[] {
  if (state.site.state !== 'ready') {
    return [];
  }
  const { services, resolvers } = state.site.value;
  return [
    ...resolvers.flatMap(id => {
      const service = services.find(one => one.id === id);
      return service ? [sesame(client, service)] : [];
    }),
    ...chosenServices(state)
      .filter(hasObservations)
      .map(service => archiveNames(client, service))
  ];
}
