FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o /claimgraph .

# Alpine for its wget: the health check of docker-compose.yml needs one.
FROM alpine:3.22
RUN mkdir /data && chown 10001:10001 /data
COPY --from=build /claimgraph /usr/local/bin/claimgraph
USER 10001:10001
# Without a store named, the embedded one is kept in /data: mount a volume there.
ENV XDG_DATA_HOME=/data CLAIMGRAPH_ADDR=0.0.0.0:8080
EXPOSE 8080
ENTRYPOINT ["claimgraph"]
CMD ["serve"]
