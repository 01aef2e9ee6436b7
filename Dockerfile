FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# The repository itself is not copied: docker build --build-arg COMMIT=$(git rev-parse HEAD)
ARG VERSION= COMMIT=
RUN CGO_ENABLED=0 go build -trimpath -o /claimgraph \
    -ldflags="-s -w -X claimgraph/watch.version=$VERSION -X claimgraph/watch.commit=$COMMIT" . \
 && mkdir /data

# Nothing but the program, and the authorities it knows collectors and Neo4j by.
FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build --chown=10001:10001 /data /data
COPY --from=build /claimgraph /claimgraph
USER 10001:10001
# Without a store named, the embedded one is kept in /data: mount a volume there.
# Nothing else is written: docker run --read-only -v claimgraph:/data …
ENV XDG_DATA_HOME=/data CLAIMGRAPH_ADDR=0.0.0.0:8080
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 CMD ["/claimgraph", "healthcheck"]
ENTRYPOINT ["/claimgraph"]
CMD ["serve"]
